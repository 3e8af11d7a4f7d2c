// The words that lead through a practice with closed eyes, and those of its settings.
import type { guide as english } from './en/guide';
import { type Words, words } from './words';

export type GuideWords = Words<typeof english>;
export let guide: GuideWords;

export const loadGuideWords = words<{ guide: GuideWords }>(
  { en: () => import('./en/guide'), de: () => import('./de/guide') },
  (it) => {
    guide = it.guide;
  },
);
