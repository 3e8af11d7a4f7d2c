// The words of the month and of each practice.
import type { history as english } from './en/history';
import { type Words, words } from './words';

export type HistoryWords = Words<typeof english>;
export let history: HistoryWords;

export const loadHistoryWords = words<{ history: HistoryWords }>(
  { en: () => import('./en/history'), de: () => import('./de/history') },
  (it) => {
    history = it.history;
  },
);
