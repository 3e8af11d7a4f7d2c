// The words of the cards to read.
import type { learn as english } from './en/learn';
import { type Words, words } from './words';

export type LearnWords = Words<typeof english>;
export let learn: LearnWords;

export const loadLearnWords = words<LearnWords>(
  {
    en: async () => (await import('./en/learn')).learn,
    de: async () => (await import('./de/learn')).learn,
  },
  (it) => {
    learn = it;
  },
);
