import { describe, expect, it } from 'vitest';
import { anItem, aSwap } from '../testing/plans';
import { painTold, startFor, usualPain } from './gate';
import type { VoidLog } from './logs';
import { atLevelOne, withoutPressure } from './softer-day';

const TODAY = '2026-11-23';
const TAKEN_BACK: { kind: string }[] = [{ kind: 'void', voids: '2026-11-20' } as VoidLog, { kind: 'note' }];
const told = (local_date: string, pain_before: number | null, id = local_date) => ({
  kind: 'session',
  id,
  local_date,
  pain_before,
});
const USUAL = [told('2026-11-20', 3), told('2026-11-21', 4), told('2026-11-22', 3)];

describe('pain before', () => {
  it('of 8 or more leaves only what does not press', () => {
    expect([7, 8, 10].map((pain) => startFor(pain, [], TODAY))).toEqual([
      'as_planned',
      'no_pressure',
      'no_pressure',
    ]);
  });

  it('of as much as her practice calls strong does the same', () => {
    expect([5, 6].map((pain) => startFor(pain, [], TODAY, 6))).toEqual(['as_planned', 'no_pressure']);
  });

  it('of two above her usual suggests a softer day', () => {
    expect([4, 5, 7].map((pain) => startFor(pain, USUAL, TODAY))).toEqual([
      'as_planned',
      'suggest_softer',
      'suggest_softer',
    ]);
  });

  it('is usual by the median of the 14 days before', () => {
    expect(usualPain(USUAL, TODAY)).toBe(3);
    expect(usualPain([...USUAL, told('2026-11-19', 9)], TODAY)).toBe(3.5);
    const outside = [told('2026-11-08', 10), told(TODAY, 10, 'x')];
    expect(usualPain([...USUAL, ...outside], TODAY)).toBe(3);
    expect(usualPain([...USUAL, told('2026-11-09', 5)], TODAY)).toBe(3.5);
  });

  it('has no usual before three were told; what was taken back was not told', () => {
    expect(usualPain(USUAL.slice(1), TODAY)).toBe(null);
    expect(usualPain([...USUAL.slice(1), told('2026-11-18', null)], TODAY)).toBe(null);
    expect(usualPain([...USUAL, ...TAKEN_BACK], TODAY)).toBe(null);
    expect(startFor(9, [], TODAY)).toBe('no_pressure');
  });
});

describe('a number of today', () => {
  const check = (hour: string, answers: Record<string, unknown>, local_date = TODAY) => ({
    kind: 'check',
    id: hour,
    local_date,
    recorded_at: `${local_date}T${hour}:00:00Z`,
    answers,
  });
  const NINE = check('09', { d1: ['nothing new'], d3: 9 });

  it('stays told until a newer one is, though the next start gives none', () => {
    expect(painTold([check('10', { d1: ['nothing new'] }), NINE, check('08', { d3: 2 })], TODAY)).toBe(NINE);
    const zero = check('10', { d3: 0 });
    expect(painTold([NINE, zero], TODAY)).toBe(zero);
  });

  it('counts neither on another day nor when it was taken back', () => {
    expect(painTold([check('09', { d3: 9 }, '2026-11-22'), told(TODAY, 9)], TODAY)).toBe(undefined);
    expect(painTold([{ kind: 'void', voids: '09' } as VoidLog, NINE], TODAY)).toBe(undefined);
  });
});

describe('a day without pressure', () => {
  it('keeps what loads nothing, takes ways that load nothing, leaves the rest', () => {
    const rest = anItem({ key: 'a' }, { load: 'none' });
    const way = aSwap({ load: 'none' });
    const swapped = anItem({ key: 'b' }, { swaps: [aSwap(), way] });
    const pressing = anItem({ key: 'c' }, { swaps: [aSwap()] });
    expect(withoutPressure([rest, swapped, pressing])).toEqual({ swaps: { b: way }, left: [pressing] });
  });
});

describe('a day at level 1', () => {
  const level = aSwap({ reason: 'level', tool: null });
  const tool = aSwap();

  it('takes the gentler way with her own tool, else another one', () => {
    const items = [
      anItem({ key: 'a' }, { swaps: [tool, level] }),
      anItem({ key: 'b' }, { swaps: [tool] }),
      anItem({ key: 'c' }, { swaps: [aSwap({ level: 2 })] }),
      anItem({ key: 'd', level: 1 }, { swaps: [tool] }),
    ];
    expect(atLevelOne(items, {})).toEqual({ a: level, b: tool });
  });

  it('keeps what she chose for a tool that she does not have', () => {
    const items = [anItem({ key: 'a' }, { swaps: [level, tool] }), anItem({ key: 'b' }, { swaps: [level] })];
    const two = aSwap({ level: 2 });
    expect(atLevelOne(items, { a: two })).toEqual({ a: tool, b: level });
    expect(atLevelOne(items, { a: tool })).toEqual({ a: tool, b: level });
  });
});
