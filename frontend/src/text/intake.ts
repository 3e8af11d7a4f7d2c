// The words around the questions of the intake; the questions themselves are data (content/words.*.gen.json).
import type { intake as english } from './en/intake';
import { type Words, words } from './words';

export type IntakeWords = Words<typeof english>;
export let intake: IntakeWords;

export const loadIntakeWords = words<{ intake: IntakeWords }>(
  { en: () => import('./en/intake'), de: () => import('./de/intake') },
  (it) => {
    intake = it.intake;
  },
);
