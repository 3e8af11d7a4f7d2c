import { expect, it } from 'vitest';
import { measureCourses, type Reading } from '../measures';
import { goalRows, measureRows } from './measures';

const START: Reading[] = [
  { measure_id: 'pain_avg', on: '2026-03-02', values: { avg: 6 } },
  { measure_id: 'psfs', on: '2026-03-02', values: { walk: 3, dance: 1 } },
];
const LATER: Reading[] = [
  { measure_id: 'psfs', on: '2026-03-30', values: { walk: 6, sing: 9 } },
  { measure_id: 'groc', on: '2026-03-31', values: { change: 3 } },
];

it('each date with a measure is one row, oldest first', () => {
  expect(measureRows(measureCourses([...LATER, ...START], null))).toEqual([
    { on: '2026-03-02', scores: { pain_avg: 6, psfs: 2, groc: null } },
    { on: '2026-03-30', scores: { pain_avg: null, psfs: 7.5, groc: null } },
    { on: '2026-03-31', scores: { pain_avg: null, psfs: null, groc: 3 } },
  ]);
  expect(measureRows([])).toEqual([]);
  expect(
    measureRows([{ measure_id: 'psfs', points: [{ on: '2026-03-02', score: 2 }], change: null }]),
  ).toEqual([{ on: '2026-03-02', scores: { pain_avg: null, psfs: 2, groc: null } }]);
});

it('each goal stands with its first score and its newest', () => {
  expect(goalRows([...START, ...LATER], ['walk', 'sing'])).toEqual([
    { goal: 'walk', start: 3, now: 6 },
    { goal: 'sing', start: null, now: 9 },
    { goal: 'dance', start: 1, now: null },
  ]);
  expect(goalRows(START, ['walk', 'dance'])).toEqual([
    { goal: 'walk', start: 3, now: null },
    { goal: 'dance', start: 1, now: null },
  ]);
  expect(goalRows([], [])).toEqual([]);
});
