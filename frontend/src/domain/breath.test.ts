import { describe, expect, it } from 'vitest';
import { seeded } from '../testing/plans';
import { BREATH_S, breathAt, breathGuide, ownBreath, steadyBreath } from './breath';
import { breathedOut, breathsPerMinute, measuredBreath } from './calibrate';

describe('the breath guide', () => {
  it.each([
    [32, 4, 8],
    [24, 3, 8],
    [30, 4, 7.5],
    [20, 3, 20 / 3],
    [12, 2, 6],
    [10, 1, 10],
    [5, 1, 5],
    [90, 11, 90 / 11],
  ])('fills %d s with %d whole breaths', (hold, breaths, period_s) => {
    expect(breathGuide(hold)).toEqual({ breaths, period_s });
  });

  it("keeps near the client's own breath", () => {
    expect(breathGuide(60, 6).breaths).toBe(10);
    expect(breathGuide(60, 10).breaths).toBe(6);
  });

  it('begins with a breath in and ends with a breath out', () => {
    for (let hold = 5; hold <= 180; hold += 1) {
      const guide = breathGuide(hold);
      expect(breathAt(guide, 0)).toBe('in');
      expect(breathAt(guide, hold - 0.05)).toBe('out');
      expect(breathAt(guide, hold)).toBe('out');
    }
  });
});

describe('any hold at any breath of 4 to 12 a minute', () => {
  const holds = Array.from({ length: 3000 }, (_, seed) => {
    const random = seeded(seed + 1);
    return { hold: 5 + Math.floor(random() * 176), own: 60 / (4 + random() * 8) };
  });

  it('is filled by whole breaths, to the second', () => {
    for (const { hold, own } of holds) {
      const guide = breathGuide(hold, own);
      expect(Number.isInteger(guide.breaths) && guide.breaths >= 1).toBe(true);
      expect(guide.breaths * guide.period_s).toBeCloseTo(hold, 9);
    }
  });

  it('takes the number of breaths whose length is nearest to her own', () => {
    for (const { hold, own } of holds) {
      const off = Math.abs(breathGuide(hold, own).period_s - own);
      for (let breaths = 1; breaths <= 40; breaths += 1) {
        expect(off).toBeLessThanOrEqual(Math.abs(hold / breaths - own) + 1e-9);
      }
    }
  });

  it('begins with a breath in and ends on a breath out', () => {
    for (const { hold, own } of holds) {
      const guide = breathGuide(hold, own);
      expect(breathAt(guide, 0)).toBe('in');
      expect(breathAt(guide, hold - 0.1)).toBe('out');
      expect(breathAt(guide, hold)).toBe('out');
    }
  });

  it('stays within a third of her own where the hold is two breaths or longer', () => {
    for (const { hold, own } of holds.filter((one) => one.hold >= 2 * one.own)) {
      expect(Math.abs(breathGuide(hold, own).period_s / own - 1)).toBeLessThanOrEqual(1 / 3);
    }
  });
});

describe('her own breath', () => {
  it('is what lies between her breaths out', () => {
    expect(measuredBreath([1000, 9000, 17_000])).toBe(8);
    expect(measuredBreath([0, 6200, 12_600, 18_900])).toBe(6.3);
  });

  it('is not changed by one that she forgot to tell, nor by one told twice', () => {
    expect(measuredBreath([0, 6000, 18_000, 24_000])).toBe(6);
    const told = [0, 300, 6000, 6200, 12_000].reduce(breathedOut, [] as number[]);
    expect(told).toEqual([0, 6000, 12_000]);
  });

  it('is unknown before the second breath out', () => {
    expect(measuredBreath([])).toBe(null);
    expect(measuredBreath([4000])).toBe(null);
  });

  it('stays within 4 to 12 a minute', () => {
    expect(measuredBreath([0, 3000, 6000])).toBe(5);
    expect(measuredBreath([0, 30_000])).toBe(15);
    expect([steadyBreath(1), steadyBreath(8.04), steadyBreath(99)]).toEqual([5, 8, 15]);
    expect([5, 8, 15].map(breathsPerMinute)).toEqual([12, 8, 4]);
  });

  it('is the newest that any phone of hers has told, else the usual one', () => {
    const told = (value: unknown, recorded_at: string, name = 'breath_s') => ({
      kind: 'setting',
      name,
      value,
      recorded_at,
    });
    const logs = [told(6, '2026-11-20'), told(10, '2026-11-22'), { kind: 'note' }];
    expect(ownBreath(null, [])).toBe(BREATH_S);
    expect(ownBreath(null, logs)).toBe(10);
    expect(ownBreath({ period_s: 7, at: '2026-11-21' }, logs)).toBe(10);
    expect(ownBreath({ period_s: 7, at: '2026-11-23' }, logs)).toBe(7);
    expect(ownBreath(null, [told('fast', '2026-11-24'), told(9, '2026-11-24', 'colour')])).toBe(BREATH_S);
    expect(ownBreath(null, [told(400, '2026-11-24')])).toBe(15);
  });
});
