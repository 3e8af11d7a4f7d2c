// The words of the few questions that are asked every four weeks.
import type { measures as english } from './en/measures';
import { type Words, words } from './words';

export type MeasuresWords = Words<typeof english>;
export let measures: MeasuresWords;

export const loadMeasuresWords = words<{ measures: MeasuresWords }>(
  { en: () => import('./en/measures'), de: () => import('./de/measures') },
  (it) => {
    measures = it.measures;
  },
);
