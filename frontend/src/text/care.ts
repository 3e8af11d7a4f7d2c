// The words around a practice: how it is the day after, what may come up, and what she asks her practice.
import type { care as english } from './en/care';
import { type Words, words } from './words';

export type CareWords = Words<typeof english>;
export let care: CareWords;

export const loadCareWords = words<{ care: CareWords }>(
  { en: () => import('./en/care'), de: () => import('./de/care') },
  (it) => {
    care = it.care;
  },
);
