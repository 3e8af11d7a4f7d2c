import { describe, expect, it } from 'vitest';
import { practised } from '../../testing/desk-samples';
import type { HoldEntry, SessionEntry, SessionLog } from '../logs';
import type { StoredLog } from './course';
import { feltIn, strongPain } from './felt';

const [sample] = (practised.log as SessionLog).items as [SessionEntry];
const hold = (start: number | null, discomfort: number | null, end: number | null): HoldEntry => ({
  spot: 1,
  start,
  discomfort,
  end,
});
const side = (softening: SessionEntry['softening'], ...holds: HoldEntry[]): SessionEntry => ({
  ...sample,
  softening,
  ...(holds.length > 0 && { holds }),
});

describe('what was felt', () => {
  it('is how tender the side was at first and in the end, and the most in between', () => {
    const entry = side({ start: 6, end: 3 }, hold(7, 4, 3), hold(5, 5, 3));
    expect(feltIn([entry])).toEqual({ start: 6, end: 3, peak: 5, stop: null });
  });

  it('is the one end that was told, where no hold told both', () => {
    expect(feltIn([side(null, hold(6, null, null))])).toEqual({
      start: 6,
      end: null,
      peak: null,
      stop: null,
    });
    expect(feltIn([side(null, hold(null, null, 2))])).toMatchObject({ start: null, end: 2 });
  });

  it('is nothing where nothing was told', () => {
    expect(feltIn([side(null), side(null)])).toEqual({ start: null, end: null, peak: null, stop: null });
  });

  it('of a whole practice is the middle of its sides', () => {
    const sides = [side({ start: 8, end: 1 }), side({ start: 5, end: 3 }), side({ start: 4, end: 3 })];
    expect(feltIn(sides)).toMatchObject({ start: 5, end: 3 });
    expect(feltIn(sides.slice(1))).toMatchObject({ start: 5, end: 3 });
  });

  it('names the number that stopped it, whenever in the hold it was told', () => {
    expect(feltIn([side(null, hold(4, 7, null))]).stop).toBe(null);
    expect(feltIn([side(null, hold(4, 8, null))]).stop).toBe(8);
    expect(feltIn([side(null, hold(9, null, null))]).stop).toBe(9);
    expect(feltIn([side(null, hold(4, 5, 8))])).toMatchObject({ peak: 5, stop: 8 });
  });
});

describe('pain too strong for pressure', () => {
  const check = (answers: unknown): StoredLog => ({ ...practised.log, kind: 'check', answers }) as StoredLog;

  it('is told by a check from 8 on', () => {
    expect([7, 8, 10].map((d3) => strongPain(check({ d3 })))).toEqual([null, 8, 10]);
  });

  it('begins where the practice lets it begin', () => {
    expect([5, 6].map((d3) => strongPain(check({ d3 }), 6))).toEqual([null, 6]);
  });

  it('is not read out of other answers or other logs', () => {
    expect(strongPain(check({ d1: 9 }))).toBe(null);
    expect(strongPain(check({ d3: 'bad' }))).toBe(null);
    expect(strongPain({ ...practised.log, kind: 'check' } as StoredLog)).toBe(null);
    expect(strongPain(practised.log)).toBe(null);
  });
});
