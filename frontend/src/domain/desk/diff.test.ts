import { describe, expect, it } from 'vitest';
import { side } from '../../testing/plans';
import { type Change, doseSteps } from './diff';

function moved(from: unknown, to: unknown): Change {
  return { code: 'dose', from, to, technique_id: 'wall', key: 'i1', side: 'left' };
}

describe('how a dose moved', () => {
  it('is told in breaths where both holds are whole breaths', () => {
    expect(doseSteps(moved(side(2, 24), side(2, 40)))).toEqual([{ field: 'hold_s', by_s: 16, breaths: 2 }]);
  });

  it('is told in seconds otherwise', () => {
    expect(doseSteps(moved(side(2, 24), side(2, 30)))).toEqual([{ field: 'hold_s', by_s: 6, breaths: null }]);
    expect(doseSteps(moved(side(2, 22), side(2, 30)))).toEqual([{ field: 'hold_s', by_s: 8, breaths: null }]);
  });

  it('names each part that moved', () => {
    expect(doseSteps(moved(side(2, 24, 30, 10), side(3, 24, 22, 0)))).toEqual([
      { field: 'roll_s', by_s: -8, breaths: null },
      { field: 'move_s', by_s: -10, breaths: null },
      { field: 'spots', by: 1 },
    ]);
  });

  it('is no step where a side came or went as a whole', () => {
    expect(doseSteps(moved(null, side(2, 24)))).toEqual([]);
    expect(doseSteps(moved(side(2, 24), null))).toEqual([]);
  });
});
