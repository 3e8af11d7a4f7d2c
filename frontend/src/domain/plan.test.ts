import { describe, expect, it } from 'vitest';
import { anItem, aSwap, aVersion, seeded, side } from '../testing/plans';
import { dayLength, doseSeconds } from './length';
import type { Phase } from './phases';
import { AS_PRESCRIBED, planDay, SHORT_S } from './plan';
import { plannedItem } from './planned';
import type { Dose, Item } from './program';
import { fitted, withoutTool } from './swap';

const MONDAY = '2026-11-23';
const brief = (phase: Phase) =>
  `${phase.kind} ${phase.side}${phase.spot ? ` ${phase.spot}/${phase.spots}` : ''} ${phase.seconds}`;
const briefs = (items: Item[], choices = {}) =>
  planDay(aVersion(items), MONDAY, { ...AS_PRESCRIBED, ...choices }).phases.map(brief);

describe('the plan of a day', () => {
  it('gets in place, finds each spot, holds it, then rolls, then moves', () => {
    expect(briefs([anItem({ dose: { both: side(2, 30, 20, 10) } })])).toEqual([
      'setup both 12',
      'find both 1/2 8',
      'hold both 1/2 30',
      'find both 2/2 8',
      'hold both 2/2 30',
      'roll both 20',
      'move both 10',
    ]);
  });

  it('rolls first where the technique is a slow roll', () => {
    const item = anItem({ dose: { both: side(1, 30, 60) } }, { style: 'slow_roll' });
    expect(briefs([item])).toEqual(['setup both 12', 'roll both 60', 'find both 1/1 8', 'hold both 1/1 30']);
  });

  it('turns over between the sides, left first, each with its own dose', () => {
    expect(briefs([anItem({ dose: { right: side(1, 20), left: side(2, 40) } })])).toEqual([
      'setup left 12',
      'find left 1/2 8',
      'hold left 1/2 40',
      'find left 2/2 8',
      'hold left 2/2 40',
      'turn right 2',
      'find right 1/1 8',
      'hold right 1/1 20',
    ]);
  });

  it('finds the place once where there is no spot to hold', () => {
    const dose = { left: side(0, 0, 120), right: side(0, 0, 120) };
    expect(briefs([anItem({ dose })])).toEqual([
      'setup left 12',
      'find left 8',
      'roll left 120',
      'turn right 2',
      'find right 8',
      'roll right 120',
    ]);
  });

  it('plays only what is prescribed on that weekday and does not rest', () => {
    const items = [
      anItem({ key: 'i1', technique_id: 'a' }),
      anItem({ key: 'i2', technique_id: 'b', days: [1] }),
      anItem({ key: 'i3', technique_id: 'c' }),
    ];
    const plan = planDay(aVersion(items), MONDAY, { ...AS_PRESCRIBED, resting: new Set(['c']) });
    expect(plan.items.map((item) => item.key)).toEqual(['i1']);
    expect(plan.shortened).toBe(false);
    expect(planDay(aVersion(items, { days: [3] }), MONDAY).items).toEqual([]);
  });

  it('has nothing to play for an item without a dose', () => {
    expect(briefs([anItem({ dose: {} })])).toEqual([]);
  });

  it('is as long as the day is said to be, to the second, for any program', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = seeded(seed);
      const items = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, at) => randomItem(random, at));
      const { phases } = planDay(aVersion(items), MONDAY);
      const sum = (list: Phase[]) => list.reduce((total, phase) => total + phase.seconds, 0);
      const length = dayLength(items);
      expect(sum(phases.filter((phase) => phase.dose))).toBe(length.dose_s);
      expect(sum(phases)).toBe(length.with_setup_s);
    }
  });
});

describe('only two minutes', () => {
  const short = (...doses: Dose[]) => {
    const items = doses.map((dose, at) => anItem({ key: `i${at}`, technique_id: `t${at}`, dose }));
    const plan = planDay(aVersion(items), MONDAY, { ...AS_PRESCRIBED, budget_s: SHORT_S });
    return { ...plan, doses: plan.items.map((item) => item.dose) };
  };

  it('plays a day that is short anyway as it is', () => {
    const plan = short({ both: side(2, 30) }, { both: side(1, 60) });
    expect(plan.shortened).toBe(false);
    expect(plan.items).toHaveLength(2);
  });

  it('takes whole items from the front and whole spots of the next', () => {
    const plan = short({ both: side(2, 30) }, { both: side(3, 25, 0, 10) }, { both: side(1, 10) });
    expect(plan.shortened).toBe(true);
    expect(plan.doses).toEqual([{ both: side(2, 30) }, { both: side(2, 25) }]);
  });

  it('treats both sides alike where that is possible', () => {
    expect(short({ left: side(3, 30), right: side(3, 30) }).doses).toEqual([
      { left: side(2, 30), right: side(2, 30) },
    ]);
    expect(short({ left: side(2, 40, 30), right: side(1, 20, 30) }).doses).toEqual([
      { left: side(1, 40, 30), right: side(1, 20, 30) },
    ]);
  });

  it('shares the time of a roll between the sides', () => {
    expect(short({ left: side(0, 0, 120), right: side(0, 0, 120) }).doses).toEqual([
      { left: side(0, 0, 60), right: side(0, 0, 60) },
    ]);
  });

  it('plays the first side alone where one spot a side is too much', () => {
    expect(short({ left: side(2, 90), right: side(2, 90) }).doses).toEqual([{ left: side(1, 90) }]);
  });

  it('cuts the first hold, roll or move where not one fits whole', () => {
    expect(short({ both: side(1, 180) }).doses).toEqual([{ both: side(1, 120) }]);
    expect(short({ both: side(0, 0, 0, 150) }).doses).toEqual([{ both: side(0, 0, 0, 120) }]);
    expect(short({ left: side(0, 0, 150, 20), right: side(1, 180) }).doses).toEqual([
      { left: side(0, 0, 120) },
    ]);
  });

  it('leaves a second item out rather than cut it', () => {
    expect(short({ both: side(1, 60) }, { both: side(1, 100) }).doses).toEqual([{ both: side(1, 60) }]);
  });

  it('never plays more than two minutes, and always something, for any program', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = seeded(seed);
      const items = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) => randomItem(random, at));
      const plan = planDay(aVersion(items), MONDAY, { ...AS_PRESCRIBED, budget_s: SHORT_S });
      const played = plan.items.reduce((sum, item) => sum + doseSeconds(item.dose), 0);
      expect(played).toBeLessThanOrEqual(SHORT_S);
      if (items.some((item) => doseSeconds(item.dose) > 0)) expect(played).toBeGreaterThan(0);
    }
  });
});

describe('a swap', () => {
  const swapped = (item: Item, swap = aSwap()) =>
    planDay(aVersion([item]), MONDAY, { ...AS_PRESCRIBED, swaps: { i1: swap } }).items[0];

  it('brings its steps, tools and level, and is named in the sides', () => {
    const item = swapped(anItem());
    expect(item).toMatchObject({ level: 1, tools: ['soft_ball'], steps: ['Put the soft ball on the wall.'] });
    expect(item?.sides).toEqual([{ side: 'both', level: 1, tool: 'soft_ball', planned_s: 24 }]);
  });

  it("keeps the therapist's own dose at the same level", () => {
    const dose = { left: side(3, 40), right: side(1, 30) };
    expect(swapped(anItem({ dose }), aSwap({ level: 2 }))?.dose).toEqual(dose);
  });

  it('brings where not to press, the place and the style of its level', () => {
    expect(swapped(anItem(), aSwap({ style: 'slow_roll' }))).toMatchObject({
      near: [{ id: 'collarbone', say: 'Stay off the collarbone.' }],
      props: ['chair'],
      pos: ['seated'],
      style: 'slow_roll',
    });
  });

  it('is offered to someone without the tool only where it does without', () => {
    const wall = aSwap({ reason: 'level', tool: null, tools: ['tennis_ball'] });
    expect(withoutTool(anItem({}, { swaps: [wall, aSwap()] }))).toEqual([aSwap()]);
  });

  it('may be a lower level without a named tool', () => {
    expect(swapped(anItem(), aSwap({ tool: null }))?.tool).toBe(null);
  });

  it('gives no side more time than was assigned', () => {
    const swap = aSwap({ dose: { ...side(4, 30, 20, 10), sides: 2, total_s: 300 } });
    expect(swapped(anItem({ dose: { left: side(2, 40, 0, 0), right: side(1, 20) } }), swap)?.dose).toEqual({
      left: side(2, 30, 20, 0),
      right: side(1, 20),
    });
  });

  it('follows the level from two sides to one timer and back; one chosen side stays that side', () => {
    const one = aSwap({ dose: { ...side(1, 24), sides: 1, total_s: 24 } });
    const two = aSwap({ dose: { ...side(1, 24), sides: 2, total_s: 48 } });
    expect(swapped(anItem({ dose: { left: side(1, 60), right: side(1, 60) } }), one)?.dose).toEqual({
      both: side(1, 24),
    });
    expect(swapped(anItem({ dose: { both: side(1, 60) } }), two)?.dose).toEqual({
      left: side(1, 24),
      right: side(1, 24),
    });
    expect(swapped(anItem({ dose: { left: side(1, 60) } }), one)?.dose).toEqual({ left: side(1, 24) });
  });

  it('cuts spots first, then the roll, then the move', () => {
    expect(fitted(side(3, 30, 20, 10), 200)).toEqual(side(3, 30, 20, 10));
    expect(fitted(side(3, 30, 20, 10), 75)).toEqual(side(2, 30, 15, 0));
    expect(fitted(side(1, 90), 40)).toEqual(side(1, 40));
    expect(fitted(side(0, 0, 60, 30), 70)).toEqual(side(0, 0, 60, 10));
  });
});

function randomItem(random: () => number, at: number): Item {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const one = () => side(upTo(4), 8 + upTo(80), upTo(3) * 30, upTo(2) * 15);
  const shapes: Dose[] = [{ both: one() }, { left: one(), right: one() }, { left: one() }, { right: one() }];
  const style = random() < 0.4 ? 'slow_roll' : 'sustained_hold';
  return anItem({ key: `i${at}`, technique_id: `t${at}`, dose: shapes[upTo(3)] ?? {} }, { style });
}

it('an item brings its own lower ceiling along, whichever way it is done', () => {
  const way = aSwap({ level: 1 });
  expect(plannedItem({ ...anItem(), ceiling: 3 }, way).ceiling).toBe(3);
  expect('ceiling' in plannedItem(anItem())).toBe(false);
});
