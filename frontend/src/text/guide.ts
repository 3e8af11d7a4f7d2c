// The words that lead through a practice with closed eyes, and those of its settings.
import type { guide as english } from './en/guide';
import { type Words, words } from './words';

export type GuideWords = Words<typeof english>;
export let guide: GuideWords;

export const loadGuideWords = words<GuideWords>(
  {
    en: async () => (await import('./en/guide')).guide,
    de: async () => (await import('./de/guide')).guide,
  },
  (it) => {
    guide = it;
  },
);
