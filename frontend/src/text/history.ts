// The words of the month and of each practice.
import type { history as english } from './en/history';
import { type Words, words } from './words';

export type HistoryWords = Words<typeof english>;
export let history: HistoryWords;

export const loadHistoryWords = words<HistoryWords>(
  {
    en: async () => (await import('./en/history')).history,
    de: async () => (await import('./de/history')).history,
  },
  (it) => {
    history = it;
  },
);
