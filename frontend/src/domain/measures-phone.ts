/** What her phone makes of measures: what was told already, what is asked now, one thing after the other. */
import { addDays } from './days';
import { voidedIds } from './logs';
import {
  type DueMeasures,
  dueMeasures,
  GOALS,
  goalsIn,
  type MeasureId,
  type Reading,
  readingOf,
} from './measures';
import { stamp } from './stamp';
import type { IntakeLog, Log, MeasureLog, SettingLog, View } from './types';

/** One thing that is asked: pain, how well one of her goals goes, what her goals are, or what changed. */
export type Step =
  | { kind: 'pain' | 'name' | 'change'; goal?: undefined; last: true }
  | { kind: 'goal'; goal: string; last: boolean };

type Known = Pick<View, 'answers' | 'measures'>;

interface Named {
  on: string;
  at: number;
  answer: unknown;
}

/** The setting that puts measures off; its value is the date from which on they may be asked. */
const NOT_BEFORE = 'measures_not_before';
const NOT_NOW_DAYS = 7;

/** What is due today, whether or not this is the day for it. */
export function measuresDue(view: Known, logs: readonly Log[], today: string): DueMeasures | null {
  return dueMeasures({ since: view.measures?.since ?? null, today, told: readingsIn(view, logs) });
}

/** What she is asked today of her own accord: nothing after other questions, nor before the day to which she put it off. */
export function measuresAsked(view: Known, logs: readonly Log[], today: string): DueMeasures | null {
  const standing = stands(logs);
  return dueMeasures({
    since: view.measures?.since ?? null,
    today,
    told: readingsIn(view, logs),
    notBefore: notBefore(standing),
    busy: isBusy(standing, today),
  });
}

/** Her own words for what she wants to do again. */
export function goalsOf(view: Known, logs: readonly Log[]): string[] {
  return Object.keys(goalsIn(namedIn(view, logs)?.answer));
}

export function stepsOf(due: DueMeasures | null, goals: readonly string[]): Step[] {
  return (due?.measures ?? []).flatMap((id): Step[] => {
    if (id === 'pain_avg') return [{ kind: 'pain', last: true }];
    if (id === 'groc') return [{ kind: 'change', last: true }];
    if (goals.length === 0) return [{ kind: 'name', last: true }];
    return goals.map((goal, at) => ({ kind: 'goal', goal, last: at === goals.length - 1 }));
  });
}

export function measureLog(
  measure_id: MeasureId,
  values: MeasureLog['values'],
  id: string,
  now: number,
  tz: string,
): MeasureLog {
  return { ...stamp(id, now, tz), kind: 'measure', measure_id, values };
}

/** Goals that she names when they are asked for are her answer to the intake's question about them too. */
export function goalsLog(
  goals: readonly { activity: string; score: number | null }[],
  id: string,
  now: number,
  tz: string,
): IntakeLog {
  const answer = goals.map(({ activity, score }) => ({ activity: activity.trim(), score }));
  return { ...stamp(id, now, tz), kind: 'intake', question_id: GOALS, answer };
}

/** Puts measures off for a week, on every phone of hers. */
export function notNowLog(id: string, now: number, tz: string): SettingLog {
  const common = stamp(id, now, tz);
  return { ...common, kind: 'setting', name: NOT_BEFORE, value: addDays(common.local_date, NOT_NOW_DAYS) };
}

/** Measures that she told, and the first scores of her goals. */
function readingsIn(view: Known, logs: readonly Log[]): Reading[] {
  const named = namedIn(view, logs);
  const rated = named && readingOf('psfs', named.on, goalsIn(named.answer));
  const told = stands(logs).flatMap((log) =>
    log.kind === 'measure' ? (readingOf(log.measure_id, log.local_date, log.values) ?? []) : [],
  );
  return rated ? [rated, ...told] : told;
}

/** Her newest answer about goals, of this phone or as the practice has it. */
function namedIn(view: Known, logs: readonly Log[]): Named | null {
  const known = (view.answers ?? []).flatMap((one): Named[] =>
    one.question_id === GOALS ? [{ on: one.answered_on, at: Date.parse(one.at), answer: one.answer }] : [],
  );
  const told = logs.flatMap((log): Named[] =>
    log.kind === 'intake' && log.question_id === GOALS
      ? [{ on: log.local_date, at: Date.parse(log.recorded_at), answer: log.answer }]
      : [],
  );
  return [...known, ...told].reduce<Named | null>(
    (last, one) => (last === null || one.at > last.at ? one : last),
    null,
  );
}

function notBefore(logs: readonly Log[]): string | null {
  return logs.reduce<string | null>(
    (latest, log) =>
      log.kind === 'setting' &&
      log.name === NOT_BEFORE &&
      typeof log.value === 'string' &&
      (latest === null || log.value > latest)
        ? log.value
        : latest,
    null,
  );
}

/** Whether she was asked enough today; once she has begun she goes on. */
function isBusy(logs: readonly Log[], today: string): boolean {
  const told = logs.filter(({ local_date }) => local_date === today);
  if (told.some(({ kind }) => kind === 'measure')) return false;
  return told.some((log) => log.kind === 'reaction' || (log.kind === 'intake' && log.question_id !== GOALS));
}

function stands(logs: readonly Log[]): Log[] {
  const voided = voidedIds(logs);
  return logs.filter(({ id }) => !voided.has(id));
}
