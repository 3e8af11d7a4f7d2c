import { describe, expect, it } from 'vitest';
import { anItem, aSwap, side } from '../testing/plans';
import { plannedItem } from './planned';
import type { Item } from './program';
import type { SafeDay } from './safe-day';
import { stillFits } from './still';

const TOOL = aSwap({ level: 2, tool: 'soft_ball' });
const LOWER = aSwap({ reason: 'level', level: 1, tool: null });
const ITEM = anItem({ level: 2, dose: { both: side(2, 30) } }, { swaps: [TOOL, LOWER] });
const day = (...items: Item[]): SafeDay => ({ items, softer: [], paused: [], care: [] });
const only = (swaps: Item['snapshot']['swaps']) => day({ ...ITEM, snapshot: { ...ITEM.snapshot, swaps } });

describe('a session that was planned before', () => {
  it('goes on by each way that may be done today', () => {
    for (const way of [undefined, TOOL, LOWER])
      expect(stillFits(day(ITEM), plannedItem(ITEM, way))).toBe(true);
  });

  it('leaves a way that today does not allow, though its level is as low', () => {
    expect(stillFits(only([LOWER]), plannedItem(ITEM, TOOL))).toBe(false);
    expect(stillFits(only([TOOL]), plannedItem(ITEM, LOWER))).toBe(false);
    expect(stillFits(day({ ...ITEM, level: 1 }), plannedItem(ITEM))).toBe(false);
  });

  it('is held no longer than that very way', () => {
    const long = { ...plannedItem(ITEM, LOWER), dose: { both: side(1, 30) } };
    expect(stillFits(day(ITEM), long)).toBe(false);
    expect(stillFits(day({ ...ITEM, dose: { both: side(2, 29) } }), plannedItem(ITEM))).toBe(false);
  });

  it('is not taken for another technique under the same key', () => {
    expect(stillFits(day({ ...ITEM, technique_id: 'body-scan-rest' }), plannedItem(ITEM))).toBe(false);
    expect(stillFits(day(), plannedItem(ITEM))).toBe(false);
  });
});
