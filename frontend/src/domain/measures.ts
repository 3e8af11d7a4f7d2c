/**
 * Short measures of how it goes: which are due when, what they add up to, and whether a change is likely a real one.
 * The same rules as backend/pith/domain/measures.py, which names their sources. Dates are local `YYYY-MM-DD`.
 */
import { addDays, daysBetween } from './days';

export type MeasureId = 'pain_avg' | 'psfs' | 'groc';
export type Reach = 'none' | 'likely' | 'small' | 'medium' | 'large';
export type Way = 'better' | 'worse' | 'same';

/** What is asked now, in this order; `weeks` since the first program, 0 at the start. */
export interface DueMeasures {
  weeks: number;
  measures: MeasureId[];
}

/** One measure as it was told; values by name are whole numbers within its range. */
export interface Reading {
  measure_id: MeasureId;
  on: string;
  values: Readonly<Record<string, number>>;
}

/** Against the start, which is null where the measure itself asks for the change. PSFS: of what was told at both. */
export interface Change {
  start: number | null;
  start_on: string | null;
  now: number;
  now_on: string;
  by: number;
  reach: Reach;
  way: Way;
}

export interface MeasureCourse {
  measure_id: MeasureId;
  points: { on: string; score: number }[];
  change: Change | null;
}

export const MEASURES: readonly MeasureId[] = ['pain_avg', 'psfs', 'groc'];
/** The question of the intake whose answer names her activities, each with its first score. */
export const GOALS = 'q27';

/** Days after the first program. */
const ROUNDS = [0, 28, 56, 84];
/** Told so much before its day, it counts for that round; what she told before the first program, for the start. */
const EARLY_DAYS = 7;
const INTAKE_DAYS = 28;
/** Asked for so long; late is fine. */
const LATE_DAYS = 21;

const PSFS_REACH = [
  [2.7, 'large'],
  [2.3, 'medium'],
  [1.3, 'small'],
] as const;
const PAIN_POINTS = 2;
const PAIN_SHARE = 0.3;
const GROC_POINTS = 2.5;
/** The range of each, and the one name its value has; the goals have names of their own. */
const SHAPE: Record<MeasureId, readonly [low: number, high: number, field: string | null]> = {
  pain_avg: [0, 10, 'avg'],
  psfs: [0, 10, null],
  groc: [-5, 5, 'change'],
};

interface Asking {
  /** The day of the first program. */
  since: string | null;
  today: string;
  told: readonly Pick<Reading, 'measure_id' | 'on'>[];
  /** She put it off until then. */
  notBefore?: string | null;
  /** Something else is asked of her today, and that is enough. */
  busy?: boolean;
}

/** What is due today. */
export function dueMeasures({ since, today, told, notBefore, busy }: Asking): DueMeasures | null {
  if (since === null || busy || (notBefore && today < notBefore)) return null;
  const day = daysBetween(since, today);
  const start = ROUNDS.find((one) => one <= day && day < one + LATE_DAYS);
  if (start === undefined) return null;
  const from = start - (start === 0 ? INTAKE_DAYS : EARLY_DAYS);
  const given = told.filter(({ on }) => {
    const at = daysBetween(since, on);
    return from <= at && at < start + LATE_DAYS;
  });
  const measures = MEASURES.filter(
    (id) => (start > 0 || id !== 'groc') && given.every(({ measure_id }) => measure_id !== id),
  );
  return measures.length > 0 ? { weeks: start / 7, measures } : null;
}

/** A measure as a log told it, without what cannot be read; null where nothing is left. */
export function readingOf(measure_id: string, on: string, values: unknown): Reading | null {
  const id = MEASURES.find((one) => one === measure_id);
  if (!id || typeof values !== 'object' || values === null || Array.isArray(values)) return null;
  const [low, high, field] = SHAPE[id];
  const kept = Object.entries(values).filter(
    ([name, value]) =>
      (field === null || name === field) && Number.isInteger(value) && value >= low && value <= high,
  );
  return kept.length > 0 ? { measure_id: id, on, values: Object.fromEntries(kept) } : null;
}

/** Her activities and their scores in an answer to the question about them. */
export function goalsIn(answer: unknown): Record<string, number> {
  const told: unknown[] = Array.isArray(answer) ? answer : [];
  return Object.fromEntries(
    told.flatMap((one) => {
      const { activity, score } = (one ?? {}) as Record<string, unknown>;
      const isGoal = typeof activity === 'string' && Number.isInteger(score);
      return isGoal ? [[activity.trim(), score as number]] : [];
    }),
  );
}

/**
 * Each measure over time, oldest first, and its change against the start. Of two on one date the later counts; what was
 * told long before the first program belongs to an earlier course of care.
 */
export function measureCourses(readings: readonly Reading[], since: string | null): MeasureCourse[] {
  const first = since === null ? '' : addDays(since, -INTAKE_DAYS);
  return MEASURES.map((measure_id) => {
    const own = readings.filter((one) => one.measure_id === measure_id && one.on >= first);
    const told = [...new Map(own.map((one) => [one.on, one])).values()].sort((a, b) =>
      a.on < b.on ? -1 : 1,
    );
    return {
      measure_id,
      points: told.map(({ on, values }) => ({ on, score: tenths(mean(Object.values(values))) })),
      change: changeOf(measure_id, told),
    };
  });
}

function changeOf(measure_id: MeasureId, told: readonly Reading[]): Change | null {
  const [first, now] = [told[0], told.at(-1)];
  if (!first || !now) return null;
  if (measure_id === 'groc') {
    const by = mean(Object.values(now.values));
    const reach = Math.abs(by) >= GROC_POINTS ? 'likely' : 'none';
    return { start: null, start_on: null, now: by, now_on: now.on, by, reach, way: wayOf(by) };
  }
  const both = Object.keys(first.values).filter((name) => Object.hasOwn(now.values, name));
  if (first === now || both.length === 0) return null;
  const start = mean(both.map((name) => first.values[name] as number));
  const end = mean(both.map((name) => now.values[name] as number));
  // Judged as it is shown: published changes are rounded to tenths too.
  const size = tenths(Math.abs(end - start));
  const by = end < start ? -size : size;
  return {
    start: tenths(start),
    start_on: first.on,
    now: tenths(end),
    now_on: now.on,
    by,
    reach: measure_id === 'psfs' ? psfsReach(size) : painReach(size, start),
    way: wayOf(measure_id === 'psfs' ? by : -by),
  };
}

function psfsReach(by: number): Reach {
  return PSFS_REACH.find(([points]) => by >= points)?.[1] ?? 'none';
}

function painReach(by: number, start: number): Reach {
  return by >= PAIN_POINTS && by >= PAIN_SHARE * start ? 'likely' : 'none';
}

function wayOf(betterBy: number): Way {
  if (betterBy === 0) return 'same';
  return betterBy > 0 ? 'better' : 'worse';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rounded half up, as the server rounds. */
function tenths(value: number): number {
  return Math.floor(value * 10 + 0.5) / 10;
}
