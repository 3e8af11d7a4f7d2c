// The words of the desk; a client's phone never carries them.
import type { desk as english } from './en/desk';
import { type Words, words } from './words';

export type DeskWords = Words<typeof english>;
export let desk: DeskWords;

export const loadDeskWords = words<{ desk: DeskWords }>(
  { en: () => import('./en/desk'), de: () => import('./de/desk') },
  (it) => {
    desk = it.desk;
  },
);
