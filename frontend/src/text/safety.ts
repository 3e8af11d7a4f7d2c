// The words of what may be done today, and of a warning sign.
import type { safety as english } from './en/safety';
import { type Words, words } from './words';

export type SafetyWords = Words<typeof english>;
export let safety: SafetyWords;

export const loadSafetyWords = words<{ safety: SafetyWords }>(
  { en: () => import('./en/safety'), de: () => import('./de/safety') },
  (it) => {
    safety = it.safety;
  },
);
