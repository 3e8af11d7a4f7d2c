import { afterEach, expect, test, vi } from 'vitest';
import { uuidv7 } from './ids';

afterEach(() => vi.useRealTimers());

test('an id is a UUID of version 7 and the variant of RFC 9562', () => {
  for (let index = 0; index < 1000; index += 1) {
    expect(uuidv7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test('it carries the milliseconds of its making', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2126-01-01T00:00:00Z') });
  expect(Number.parseInt(uuidv7().replaceAll('-', '').slice(0, 12), 16)).toBe(Date.now());
});

test('ids sort by their making, also many in one millisecond and when the clock is set back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2127-01-01T00:00:00Z') });
  const ids = Array.from({ length: 10_000 }, uuidv7);
  vi.setSystemTime(Date.parse('1970-01-01T00:00:00Z'));
  ids.push(uuidv7());
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
