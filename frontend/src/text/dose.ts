// The words of what changed by itself: which technique rests, is softer or shorter, and what she told that made it so.
import type { dose as english } from './en/dose';
import { type Words, words } from './words';

export type DoseWords = Words<typeof english>;
export let dose: DoseWords;

export const loadDoseWords = words<{ dose: DoseWords }>(
  { en: () => import('./en/dose'), de: () => import('./de/dose') },
  (it) => {
    dose = it.dose;
  },
);
