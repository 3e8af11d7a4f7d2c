// The words of what may be done today, and of a warning sign.
import type { safety as english } from './en/safety';
import { type Words, words } from './words';

export type SafetyWords = Words<typeof english>;
export let safety: SafetyWords;

export const loadSafetyWords = words<SafetyWords>(
  {
    en: async () => (await import('./en/safety')).safety,
    de: async () => (await import('./de/safety')).safety,
  },
  (it) => {
    safety = it;
  },
);
