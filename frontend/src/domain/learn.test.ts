import { expect, test } from 'vitest';
import { CARD_GROUPS, cardAfter, cardAt, cardGroups } from './learn';

test('an address names a card, with or without a stroke at its end', () => {
  expect(cardAt('/learn/fascia')).toBe('fascia');
  expect(cardAt('/learn/next-days/')).toBe('next-days');
});

test('an address that names no card names none', () => {
  expect(['/learn', '/learn/', '/learn/nowhere', '/learn/fascia/more'].map(cardAt)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('each card leads to the next, and the last one to the first', () => {
  const all = cardGroups().flatMap((group) => [...CARD_GROUPS[group]]);
  expect(all.map(cardAfter)).toEqual([...all.slice(1), all[0]]);
});

test('no card stands twice', () => {
  const all = cardGroups().flatMap((group) => [...CARD_GROUPS[group]]);
  expect(new Set(all).size).toBe(all.length);
});
