import { expect, it } from 'vitest';
import { inboxOf, question, sharp } from '../../testing/desk-inbox';
import { actOf, after, closing, neighbour, OUTCOMES } from './inbox';

const AT = '2026-11-22T09:00:00Z';

it('takes a closed item out and keeps it among what was closed today', () => {
  const left = closing(inboxOf(sharp, question), sharp.id, 'called', 'Marit', AT);
  expect(left.items).toEqual([question]);
  expect(left.closed_today).toMatchObject([{ id: sharp.id, outcome: 'called', by: 'Marit', closed_at: AT }]);
  expect(left.counts).toEqual({ open: 1, clients: 1, fine: 36, closed_today: 1 });
});

it('counts a client as fine only when nothing of hers is left', () => {
  const second = { ...sharp, id: 'c2:hurt:l9' };
  const left = closing(inboxOf(sharp, second), sharp.id, 'seen', 'Marit', AT);
  expect(left.counts).toEqual({ open: 1, clients: 1, fine: 35, closed_today: 1 });
});

it('leaves the inbox as it is where an item is gone already', () => {
  const inbox = inboxOf(question);
  expect(closing(inbox, sharp.id, 'seen', 'Marit', AT)).toBe(inbox);
});

it('walks down and up, and stays at the ends', () => {
  const ids = ['a', 'b', 'c'];
  expect([neighbour(ids, null, 1), neighbour(ids, 'gone', -1), neighbour([], null, 1)]).toEqual([
    'a',
    'a',
    null,
  ]);
  expect([neighbour(ids, 'a', 1), neighbour(ids, 'c', 1)]).toEqual(['b', 'c']);
  expect([neighbour(ids, 'b', -1), neighbour(ids, 'a', -1)]).toEqual(['a', 'a']);
});

it('goes on to the item below when one is closed, else to the one above', () => {
  expect([after(['a', 'b'], 'a'), after(['a', 'b'], 'b'), after(['a'], 'a')]).toEqual(['b', 'a', null]);
});

it('knows j and k, and 1 to 5 for the outcomes in their order', () => {
  expect([actOf('j'), actOf('k')]).toEqual([{ go: 1 }, { go: -1 }]);
  expect(['1', '2', '3', '4', '5'].map(actOf)).toEqual(OUTCOMES.map((close) => ({ close })));
  expect(['0', '6', 'x', 'Enter', '12'].map(actOf)).toEqual([null, null, null, null, null]);
});
