import { describe, expect, it } from 'vitest';
import { out, pageRows, pageVersions, today, zone } from '../../../testing/client-page';
import { markSets } from '../../bodymap';
import { addDays } from '../../days';
import { setbacksOf } from '../../history/calendar';
import { toldIn } from './facts';
import { figuresOf } from './figures';
import { responses } from './response';
import { startsOf } from './since';
import { bodyWeeks } from './weeks';

const rows = pageRows();
const told = toldIn(rows);
const versions = pageVersions();
const [start] = startsOf([], versions, Date.parse(`${today}T10:00:00Z`), zone);
if (!start) throw new Error('the fixture has a version');
const figures = figuresOf(told, versions, setbacksOf(told.rows.map((row) => row.log)), start, today);

describe('the weeks of the fixture, worked out by hand', () => {
  it('are told since the newest version, 14 days ago', () => {
    expect(start).toEqual({ why: 'version', date: '2026-11-08', at: '2026-11-08T15:00:00Z', number: 2 });
    expect([figures.from, figures.to]).toEqual(['2026-11-08', today]);
  });

  it('keeps 7 of 12 days', () => {
    // Asked: days -14 (practised after the version, so it counts) to -1 = 14, less -11 (still sore) and -4 (worse) = 12.
    // Kept: -14, -13, -12, -8, -5, -3, -1 = 7. Not -10, -9, -6: one sole alone is 80 or 60 of the 140 s of that
    // technique (57 %, 43 %; 80 % are needed) and of the 240 s of the day (33 %, 25 %; half is needed).
    expect(figures.kept).toEqual({ kept: 7, prescribed: 12 });
    expect(figures.kept).toEqual(out.kept);
  });

  it('adds up 11 practices and 28 min 30 s', () => {
    // -14: 240, -13: 240, -12: 180, -10: 80, -9: 60, -8: 210, -6: 80, -5: 60, -3: 200 + 200 = 400, told as 360
    // (half as much again as the 240 s asked for), -1: 200. Together 1710. The practice of -2 was taken back.
    expect([figures.practices, figures.seconds]).toEqual([
      11,
      240 + 240 + 180 + 80 + 60 + 210 + 80 + 60 + 360 + 200,
    ]);
    expect([figures.practices, figures.seconds]).toEqual([out.practices, out.seconds]);
  });

  it('tells the change of pain by the side that was worked on', () => {
    // after - before: s06 -1, s07 -2, s08 0, s09 -2, s10 -1, s11 (none before), s12 -3, s13 -1, s14 0, s15 -1, s16 -2.
    // All: -3 -2 -2 -2 -1 | -1 -1 -1 0 0 -> (-1 + -1) / 2. Only left: s09, s12 -> (-2 + -3) / 2. Only right: s10.
    // Both: s06 s07 s08 s13 s14 s15 s16 = -2 -2 -1 [-1] -1 0 0.
    expect(figures.change).toEqual({
      all: { value: -1, n: 10 },
      left: { value: -2.5, n: 2 },
      right: { value: -1, n: 1 },
      both: { value: -1, n: 7 },
    });
    expect(figures.change).toEqual(out.change);
  });

  it('tells that pain before practising eased by more than people overlook', () => {
    // Week up to the start: 7 7 6 7 6 -> 7. Last week: s12 5, s13 4, s14 4, s15 4, s16 4 -> 4. 3 points are at least 2,
    // and at least 30 % of 7 (2.1).
    expect(figures.before).toEqual({
      earlier: { value: 7, n: 5 },
      lately: { value: 4, n: 5 },
      verdict: 'eased',
    });
    expect(figures.before).toEqual(out.before);
  });

  it('tells how spots softened by side', () => {
    // Left: 6->3 -3, 5->3 -2, holds 6->5 -1 and 5->2 -3, 6->2 -4 = -4 -3 [-3] -2 -1. Right: 4->4 0, 5->3 -2, 4->3 -1.
    // Middle: one hold without an end.
    expect(figures.softening).toEqual({
      left: { value: -3, n: 5 },
      right: { value: -1, n: 3 },
      both: { value: null, n: 0 },
    });
    expect(figures.softening).toEqual(out.softening);
  });

  it('tells peaks, reactions and stops', () => {
    // Peaks: s09 4, s10 6, s13 2, s14 6 (the number of its stop); above 5: two. The newest answer about s08 is "gone",
    // about s13 "worse"; the one about s03 was told before the start. One sharp pain; "too much" at 6 is no stop.
    expect(figures.peaks).toEqual({ highest: 6, n: 4, over: 2 });
    expect(figures.reactions).toEqual({ gone: 1, still: 0, worse: 1, new_sign: 0 });
    expect(figures.stops).toBe(1);
    expect([figures.peaks, figures.reactions, figures.stops]).toEqual([out.peaks, out.reactions, out.stops]);
  });

  it('tells what came along with each technique, and on how many practices that rests', () => {
    // Sole: all but s13 -> 15, of which s11 tells no change: -3, five times -2, five times [-1], three times 0 -> -1.
    // Its spots: -4 -3 -3 -2 [-2 ... -1 -1 0 of left and right] = -4 -3 -3 -2 | -2 -1 -1 0 -> -2.
    // Scalp: s01-s07, s11, s13-s16 -> 12; -2 -2 -2 -2 -1 [-1] -1 -1 -1 0 0 of the 11 that tell one.
    // Temples: s06 -1, s07 -2, s08 0, s11 none: three are too few to say.
    expect(responses(told.sessions)).toEqual(out.responses);
  });

  it('shows what was marked last in each week', () => {
    const logs = told.rows.map((row) => row.log);
    const weeks = bodyWeeks(markSets(logs, new Set()), today, 6);
    expect(weeks.map((week) => [week.from, week.to, week.set?.id])).toEqual(
      out.weeks.map(([from, to, id]) => [addDays(today, Number(from)), addDays(today, Number(to)), id]),
    );
  });
});
