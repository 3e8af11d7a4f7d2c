/** A client's measures as the desk shows them: one row a date, and each of her goals at the start and now. */
import type { MeasureCourse, MeasureId, Reading } from '../measures';

export interface MeasureRow {
  on: string;
  /** What was not told on that date is null. */
  scores: Readonly<Record<MeasureId, number | null>>;
}

export interface GoalRow {
  goal: string;
  /** Null where it was not among the goals then. */
  start: number | null;
  now: number | null;
}

/** Oldest first. */
export function measureRows(courses: readonly MeasureCourse[]): MeasureRow[] {
  const dates = new Set(courses.flatMap(({ points }) => points.map(({ on }) => on)));
  const score = (id: MeasureId, on: string) =>
    courses.find(({ measure_id }) => measure_id === id)?.points.find((point) => point.on === on)?.score ??
    null;
  return [...dates].sort().map((on) => ({
    on,
    scores: { pain_avg: score('pain_avg', on), psfs: score('psfs', on), groc: score('groc', on) },
  }));
}

/** `readings` oldest first; `named`: the goals that were rated last, in her own order. */
export function goalRows(readings: readonly Reading[], named: readonly string[]): GoalRow[] {
  const rated = readings.filter(({ measure_id }) => measure_id === 'psfs');
  const [first, last] = [rated[0], rated.at(-1)];
  if (!first || !last) return [];
  const goals = new Set([...named, ...Object.keys(first.values), ...Object.keys(last.values)]);
  return [...goals].map((goal) => ({
    goal,
    start: first.values[goal] ?? null,
    now: first === last ? null : (last.values[goal] ?? null),
  }));
}
