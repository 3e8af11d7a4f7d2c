// The words of the front door and of the code.
import type { doors as english } from './en/doors';
import { type Words, words } from './words';

export type DoorsWords = Words<typeof english>;
export let doors: DoorsWords;

export const loadDoorsWords = words<{ doors: DoorsWords }>(
  { en: () => import('./en/doors'), de: () => import('./de/doors') },
  (it) => {
    doors = it.doors;
  },
);
