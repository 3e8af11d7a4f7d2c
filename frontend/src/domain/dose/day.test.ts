import { describe, expect, it } from 'vitest';
import { anItem, aSwap, side } from '../../testing/plans';
import { dayLength } from '../length';
import { dosed, waysLeft } from './day';
import { Layers, type Overlay } from './overlay';

const NOTHING = new Layers().overlay();
const lower = aSwap({
  reason: 'level',
  tool: null,
  level: 1,
  tools: ['tennis_ball'],
  dose: { ...side(1, 24), sides: 1, total_s: 24 },
});
const wall = anItem(
  { key: 'a', technique_id: 'wall', dose: { both: side(4, 30) } },
  { swaps: [aSwap(), lower] },
);
const foot = anItem({
  key: 'b',
  technique_id: 'foot',
  level: 1,
  dose: { left: side(0, 0, 60), right: side(0, 0, 60) },
});
const play = (over: Partial<Overlay>, owned: string[] | null = null) =>
  dosed([wall, foot], { ...NOTHING, ...over }, owned);
const seconds = (day: ReturnType<typeof play>) => day.items.map(({ dose_s }) => dose_s);

describe('a day under an overlay', () => {
  it('is as written where nothing lies over it', () => {
    expect(play({})).toEqual({ items: [wall, foot], resting: [] });
  });

  it('lets a technique rest with the rule that says so, and the others go on', () => {
    const day = play({ paused: { wall: 'D02' } });
    expect(day.items.map(({ key }) => key)).toEqual(['b']);
    expect(day.resting).toEqual([{ item: wall, rule: 'D02' }]);
  });

  it('lets everything rest while a warning sign stands', () => {
    expect(play({ stopped: true }).resting.map(({ rule }) => rule)).toEqual(['D01', 'D01']);
  });

  it('goes a level down with her own tools, never to another tool, and within the time that was assigned', () => {
    const [first] = play({ max_level: { wall: 1 } }).items;
    expect([first?.level, first?.snapshot.tools, first?.dose_s]).toEqual([1, ['tennis_ball'], 24]);
  });

  it('rests where there is no softer way, and where the tool for it is not at home', () => {
    const bare = { ...wall, snapshot: { ...wall.snapshot, swaps: [] } };
    expect(dosed([bare], { ...NOTHING, max_level: { wall: 1 } }, null).resting).toEqual([
      { item: bare, rule: null },
    ]);
    expect(play({ max_level: { wall: 1 } }, ['hands']).resting).toEqual([{ item: wall, rule: null }]);
  });

  it('takes a quarter of each side with each cut, and never less than a breath', () => {
    expect(seconds(play({ cuts: { wall: 1, foot: 2 } }))).toEqual([4 * 22, 2 * 33]);
    expect(seconds(play({ cuts: { wall: 9, foot: 9 } }))).toEqual([4 * 8, 2 * 8]);
  });

  it.each([0, 7, 24, 100, 119, 120, 180, 239, 240])(
    'plays never more than %d seconds where that is the budget',
    (budget_s) => {
      expect(dayLength(play({ budget_s }).items).dose_s).toBeLessThanOrEqual(budget_s);
    },
  );

  it('is one step softer in the days after a visit: a level lower, else a quarter shorter', () => {
    const day = play({ gentle: true });
    expect(day.items.map(({ level }) => level)).toEqual([1, 1]);
    expect(seconds(day)).toEqual([24, 2 * 45]);
  });

  it('keeps what a session under way plays as long as it was begun, but not what rests since or is too hard', () => {
    const left = waysLeft(
      [wall, foot],
      { ...NOTHING, cuts: { foot: 3 }, budget_s: 20, gentle: true, paused: { wall: 'D03' } },
      null,
    );
    expect(left).toEqual({ items: [foot], resting: [{ item: wall, rule: 'D03' }] });
  });
});
