import { describe, expect, it } from 'vitest';
import { addDays } from '../../days';
import type { PainPoint } from '../course';
import { bandOf, frameOf, linesOf, ticksOf } from './chart';
import { bodyWeeks } from './weeks';

const TODAY = '2026-11-22';
const point = (day: number): PainPoint => ({
  id: String(day),
  date: addDays(TODAY, day),
  at: '',
  before: 5,
  after: 3,
  program: 1,
});
const dot = (day: number, value: number) => ({ date: addDays(TODAY, day), value });

describe('the frame of the graph', () => {
  it('begins with the first practice in the range', () => {
    const points = [point(-200), point(-60), point(-30), point(-1)];
    expect(frameOf(points, TODAY, 'weeks6').from).toBe(addDays(TODAY, -30));
    expect(frameOf(points, TODAY, 'weeks12').from).toBe(addDays(TODAY, -60));
    const all = frameOf(points, TODAY, 'all');
    expect([all.from, all.to, all.dates.length]).toEqual([addDays(TODAY, -200), TODAY, 201]);
  });

  it('is two weeks wide at least, also where nothing was practised in the range', () => {
    expect(frameOf([point(-2)], TODAY, 'weeks6').from).toBe(addDays(TODAY, -13));
    expect(frameOf([point(-100)], TODAY, 'weeks6').from).toBe(addDays(TODAY, -13));
  });

  it('names its ends and what lies between', () => {
    expect(ticksOf(frameOf([point(-20)], TODAY, 'weeks6'), 3)).toEqual([
      addDays(TODAY, -20),
      addDays(TODAY, -10),
      TODAY,
    ]);
  });
});

describe('the lines', () => {
  it('break where nothing was told for more than a week', () => {
    const lines = linesOf([dot(-30, 6), dot(-23, 4), dot(-10, 3)]);
    expect(lines.map((piece) => piece.map((one) => one.value))).toEqual([[6, 4], [3]]);
    expect(linesOf([])).toEqual([]);
  });

  it('have a band of two points around the first week’s median, within the scale', () => {
    expect(bandOf([dot(-20, 7), dot(-18, 6), dot(-1, 1)])).toEqual({ middle: 6.5, low: 4.5, high: 8.5 });
    expect(bandOf([dot(-1, 1)])).toEqual({ middle: 1, low: 0, high: 3 });
    expect(bandOf([dot(-1, 9)])).toEqual({ middle: 9, low: 7, high: 10 });
    expect(bandOf([])).toBeNull();
  });
});

describe('the body week by week', () => {
  const set = (day: number) => ({ id: String(day), date: addDays(TODAY, day), at: '', marks: [] });

  it('reaches back to the first mark, at most so many weeks, with empty ones between', () => {
    const weeks = bodyWeeks([set(0), set(-1), set(-15)], TODAY, 6);
    expect(weeks.map((week) => week.set?.id ?? null)).toEqual(['-15', null, '0']);
    expect(bodyWeeks([set(0), set(-80)], TODAY, 2).map((week) => week.set?.id ?? null)).toEqual([null, '0']);
  });

  it('is empty without a mark up to today', () => {
    expect(bodyWeeks([], TODAY, 6)).toEqual([]);
    expect(bodyWeeks([set(1)], TODAY, 6)).toEqual([]);
  });
});
