import { describe, expect, test } from 'vitest';
import { delay, FRESH, failed, mayTry, reset, TRIES_A_DAY, type Tries } from './backoff';

const DAY = 86_400_000;
const START = Date.parse('2026-11-22T00:00:00Z');

/** Lets a server fail for ever and says when each try happened. */
function triesOver(ms: number, random: () => number): number[] {
  const at: number[] = [];
  let now = START;
  let tries: Tries = FRESH;
  while (now < START + ms) {
    if (mayTry(tries, now)) {
      at.push(now);
      tries = failed(tries, now, null);
    }
    now += Math.max(1, delay(tries, now, random()));
  }
  return at;
}

describe('waiting between tries', () => {
  test('case 33: a server that fails for ever is asked at most 20 times a day', () => {
    for (const chance of [0, 0.01, 0.5, 0.999]) {
      expect(triesOver(DAY, () => chance).length).toBeLessThanOrEqual(TRIES_A_DAY);
    }
    expect(triesOver(2 * DAY, Math.random).length).toBeLessThanOrEqual(2 * TRIES_A_DAY);
  });

  test('case 33: it is asked again the next day', () => {
    expect(triesOver(2 * DAY, () => 0.5).some((at) => at >= START + DAY)).toBe(true);
  });

  test('the wait has full jitter below a ceiling that doubles up to 300 s', () => {
    const ceilings = [1, 2, 3, 4, 9, 10, 11].map(
      (count) => delay({ count, since: START, notBefore: 0 }, START, 1) / 1000,
    );
    expect(ceilings).toEqual([1, 2, 4, 8, 256, 300, 300]);
    expect(delay({ count: 5, since: START, notBefore: 0 }, START, 0)).toBe(0);
  });

  test('after 30 minutes it is hourly', () => {
    const late = START + 31 * 60_000;
    expect(delay({ count: 5, since: START, notBefore: 0 }, late, 0.5)).toBe(3_600_000);
  });

  test('case 32: Retry-After is the least that is waited, and no try is allowed before it', () => {
    const tries = failed(FRESH, START, 120);
    expect(delay(tries, START, 0)).toBe(120_000);
    expect(mayTry(tries, START + 119_000)).toBe(false);
    expect(mayTry(tries, START + 120_000)).toBe(true);
    expect(mayTry(reset(tries), START + 60_000)).toBe(false);
  });

  test('a Retry-After of years is believed for a day', () => {
    expect(delay(failed(FRESH, START, 10 ** 9), START, 0)).toBe(DAY);
  });

  test('a save or a tap starts the count anew', () => {
    expect(mayTry(reset({ count: 20, since: START, notBefore: 0 }), START + 1)).toBe(true);
  });
});
