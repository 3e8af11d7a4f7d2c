import { expect, test } from 'vitest';
import { asked, compared } from './thresholds';

const weeks = { low: 4, high: 12, stricter: 'higher' } as const;

test.each([
  ['8', { value: 8 }],
  [' 12 ', { value: 12 }],
  ['13', { wrong: 'out_of_bounds' }],
  ['3', { wrong: 'out_of_bounds' }],
  ['', { wrong: 'not_whole' }],
  ['6.5', { wrong: 'not_whole' }],
  ['-6', { wrong: 'not_whole' }],
])('%j', (typed, found) => {
  expect(asked(weeks, typed)).toEqual(found);
});

test('stricter or laxer is told by what it does, not by the number', () => {
  expect(compared(weeks, 8, 6)).toBe('stricter');
  expect(compared(weeks, 4, 6)).toBe('laxer');
  expect(compared({ stricter: 'lower' }, 4, 6)).toBe('stricter');
  expect(compared(weeks, 6, 6)).toBe('same');
});
