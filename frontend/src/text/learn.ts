// The words of the cards to read, and of what stands around them.
import { fetched } from '../content/fetched';
import germanCards from '../content/learn.de.json?url';
import englishCards from '../content/learn.en.json?url';
import type { Card, CardId } from '../domain/learn';
import type { learn as english } from './en/learn';
import { type Words, words } from './words';

/** A card has at most 150 words. */
type Cards = Record<CardId, Card>;
export type LearnWords = Words<typeof english>;
export let learn: LearnWords & { cards: Cards };

export const loadLearnWords = words<LearnWords & { cards: Cards }>(
  {
    en: () => both(import('./en/learn'), englishCards),
    de: () => both(import('./de/learn'), germanCards),
  },
  (it) => {
    learn = it;
  },
);

async function both(around: Promise<{ learn: LearnWords }>, cards: string) {
  const [words, read] = await Promise.all([around, fetched<Cards>(cards)]);
  return { ...words.learn, cards: read };
}
