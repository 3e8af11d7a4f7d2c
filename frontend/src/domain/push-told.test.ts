import { expect, test } from 'vitest';
import { isHeard, MOST_TOLD, minutesLeft, receipt, snoozeOf, tooMany } from './push-told';

const NOW = Date.parse('2026-11-22T07:00:00Z');
const MINUTE = 60_000;

test('what was done twice with one push is told once', () => {
  expect(receipt('shown', 'a', NOW).key).toBe(receipt('shown', 'a', NOW + 1).key);
  expect(receipt('opened', 'a', NOW).key).not.toBe(receipt('shown', 'a', NOW).key);
  expect(snoozeOf('a', 30, NOW).key).toBe(snoozeOf('a', 30, NOW + 1).key);
});

test('of more than a hundred the oldest are let go', () => {
  const rows = Array.from({ length: MOST_TOLD + 2 }, (_, place) => receipt('shown', `${place}`, NOW - place));
  expect(tooMany(rows)).toEqual(['shown:100', 'shown:101']);
  expect(tooMany(rows.slice(0, MOST_TOLD))).toEqual([]);
});

test.each([
  ['at once', 0, 30],
  ['ten minutes late', 10, 20],
  ['in its last minutes, the shortest that the server takes', 28, 5],
  ['some time after it would have come, soon', 60, 5],
  ['as late as a reminder may be, soon', 120, 5],
  ['later than a reminder may be, never', 121, null],
  ['by a clock that was set back, no longer than asked', -60, 30],
])('a snooze of half an hour that is told %s', (_when, lateMin, minutes) => {
  expect(minutesLeft({ at: NOW - lateMin * MINUTE, minutes: 30 }, NOW)).toBe(minutes);
});

test('a refusal for good is heard; trouble, patience and a closed door are not', () => {
  expect([400, 404, 422].map(isHeard)).toEqual([true, true, true]);
  expect([401, 429, 500, 503].map(isHeard)).toEqual([false, false, false, false]);
});
