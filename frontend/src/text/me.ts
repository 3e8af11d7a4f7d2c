// The words of what belongs to the person.
import type { me as english } from './en/me';
import { type Words, words } from './words';

export type MeWords = Words<typeof english>;
export let me: MeWords;

export const loadMeWords = words<MeWords>(
  {
    en: async () => (await import('./en/me')).me,
    de: async () => (await import('./de/me')).me,
  },
  (it) => {
    me = it;
  },
);
