import { describe, expect, it } from 'vitest';
import { wall } from '../../testing/desk-catalogue';
import { firstVersion } from '../../testing/desk-samples';
import { ASK, everyLevel, GENTLE, LETTER, row, said } from '../../testing/desk-verdicts';
import type { Item } from '../program';
import { standingOf } from './standing';

const TODAY = '2026-11-22';
const item = firstVersion.items[0] as Item;
const at = (level: number, more: Partial<Item> = {}): Item => ({ ...item, level, ...more });
const BLOCKED = { verdict: 'block' } as const;

describe('what was assigned stands', () => {
  it('as it was, where nothing is said', () => {
    expect(standingOf(said(), at(3), wall, TODAY)).toEqual({ now: 'fine', row: null, level: 3 });
  });

  it('as it was, where it keeps every limit', () => {
    expect(standingOf(said(everyLevel('wall', GENTLE)), at(1), wall, TODAY).now).toBe('fine');
  });

  it('softer, at the level that is still open', () => {
    const found = standingOf(said(everyLevel('wall', GENTLE)), at(3), wall, TODAY);
    expect(found).toMatchObject({ now: 'softer', level: 1, row: { level: 3 } });
    expect(standingOf(said(row('wall', 3, BLOCKED)), at(3), wall, TODAY)).toMatchObject({ level: 2 });
  });

  it('softer, where only its hold is too long now', () => {
    const dose = { both: { spots: 1, hold_s: 40, roll_s: 0, move_s: 0 } };
    const found = standingOf(said(everyLevel('wall', GENTLE)), at(1, { dose }), wall, TODAY);
    expect(found).toMatchObject({ now: 'softer', level: 1 });
  });

  it('once somebody has agreed', () => {
    const verdicts = said(everyLevel('wall', ASK));
    const cleared = at(1, { safety: { asked_level: 1, overrides: [LETTER] } });
    expect(standingOf(verdicts, at(1), wall, TODAY)).toMatchObject({ now: 'clearance', level: null });
    expect(standingOf(verdicts, cleared, wall, TODAY).now).toBe('fine');
    expect(standingOf(verdicts, cleared, wall, '2027-01-30').now).toBe('clearance');
  });

  it('softer without anybody, where a lower level asks for nobody', () => {
    expect(standingOf(said(row('wall', 2, ASK)), at(2), wall, TODAY)).toMatchObject({
      now: 'softer',
      level: 1,
    });
  });

  it('not at all where every level is blocked', () => {
    expect(standingOf(said(everyLevel('wall', BLOCKED)), at(2), wall, TODAY)).toMatchObject({
      now: 'none',
      level: null,
    });
  });
});
