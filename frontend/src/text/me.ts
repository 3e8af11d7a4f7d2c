// The words of what belongs to the person.
import type { me as english } from './en/me';
import { type Words, words } from './words';

export type MeWords = Words<typeof english>;
export let me: MeWords;

export const loadMeWords = words<{ me: MeWords }>(
  { en: () => import('./en/me'), de: () => import('./de/me') },
  (it) => {
    me = it.me;
  },
);
