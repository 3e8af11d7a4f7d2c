import { describe, expect, it } from 'vitest';
import { breathAt, breathFill, breathGuide } from './breath';

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

  it('fills and empties without a jump', () => {
    const guide = breathGuide(24);
    let before = breathFill(guide, 0);
    for (let t = 0.1; t <= 24.1; t += 0.1) {
      const fill = breathFill(guide, t);
      expect(fill).toBeGreaterThanOrEqual(-1e-9);
      expect(fill).toBeLessThanOrEqual(1 + 1e-9);
      expect(Math.abs(fill - before)).toBeLessThan(0.04);
      before = fill;
    }
    expect(breathFill(guide, 99)).toBe(0);
  });
});
