/**
 * How steadily somebody practises, as numbers with a formula: the same as backend/pith/domain/consistency.py, which
 * names its source. The band is for the therapist alone.
 */
import {
  daysKept,
  daysOff,
  dueOn,
  isPractised,
  type PlannedVersion,
  type Practice,
  type Setbacks,
  techniquesDone,
} from './adherence';
import { addDays, weekday } from './days';

export type Band = 'steady' | 'partial' | 'low';

/** Of the last 7 days all but `weeks_kept` of `weeks`. `share` is in percent; null where nothing was asked for. */
export interface Consistency {
  practised: number;
  prescribed: number;
  share: number | null;
  band: Band | null;
  done_s: number;
  done: number;
  assigned: number;
  weeks_kept: number;
  weeks: number;
}

const WINDOW_DAYS = 7;
/** This one and those before it: within the 60 days that a phone holds. */
const WEEKS = 8;
/** Practised days. */
const STEADY_WEEK = 4;
/** A day counts at most so many times its dose. */
const MOST_OF_A_DAY = 1.5;
const STEADY = 80;
const PARTIAL = 50;

/** What the dates around today asked for and what was done on them. */
interface Lived {
  today: string;
  dueOn: (date: string) => ReturnType<typeof dueOn>;
  isOff: (date: string) => boolean;
  on: (date: string) => Practice[];
}

/** `sessions` are those that stand: nothing that was taken back. */
export function consistency(
  versions: readonly PlannedVersion[],
  sessions: readonly Practice[],
  today: string,
  setbacks: Setbacks,
): Consistency {
  const lived = livedOf(versions, sessions, today, setbacks);
  const { kept, prescribed, practised } = daysKept(
    versions,
    sessions,
    new Set(),
    today,
    WINDOW_DAYS,
    setbacks,
  );
  const share = prescribed === 0 ? null : Math.floor((100 * kept) / prescribed + 0.5);
  const asked = windowOf(today).filter(
    (date) => !lived.isOff(date) && (date !== today || practised.includes(date)),
  );
  return {
    practised: kept,
    prescribed,
    share,
    band: share === null ? null : bandOf(share),
    ...techniquesOf(asked, lived),
    ...addedUp(lived),
  };
}

/** The part of it that a client reads: what adds up. */
export function latelyOf(...given: Parameters<typeof consistency>): ReturnType<typeof addedUp> {
  return addedUp(livedOf(...given));
}

function livedOf(
  versions: readonly PlannedVersion[],
  sessions: readonly Practice[],
  today: string,
  setbacks: Setbacks,
): Lived {
  const off = daysOff(versions, setbacks);
  const due = (date: string) => dueOn(versions, date);
  const on = (date: string) => sessions.filter((session) => session.local_date === date);
  const isOff = (date: string) => off(date, isPractised(on(date), doseOf(due(date)))) !== null;
  return { today, dueOn: due, isOff, on };
}

function addedUp(lived: Lived): Pick<Consistency, 'done_s' | 'weeks_kept' | 'weeks'> {
  return { done_s: secondsOf(windowOf(lived.today), lived), ...weeksOf(lived) };
}

function windowOf(today: string): string[] {
  return Array.from({ length: WINDOW_DAYS }, (_, at) => addDays(today, at - WINDOW_DAYS + 1));
}

function bandOf(share: number): Band {
  if (share >= STEADY) return 'steady';
  return share >= PARTIAL ? 'partial' : 'low';
}

/** A day off counts up to what the fullest of these days would; where nothing was asked for, all of it counts. */
function secondsOf(window: readonly string[], { dueOn: asked, on }: Lived): number {
  const doses = new Map(window.map((date) => [date, doseOf(asked(date))]));
  const usual = Math.max(...doses.values()) || Number.POSITIVE_INFINITY;
  return window.reduce((total, date) => {
    const done = on(date)
      .flatMap((session) => session.items)
      .reduce((sum, entry) => sum + entry.done_s, 0);
    return total + Math.min(done, Math.floor((doses.get(date) || usual) * MOST_OF_A_DAY));
  }, 0);
}

function techniquesOf(
  asked: readonly string[],
  { dueOn: due, on }: Lived,
): Pick<Consistency, 'done' | 'assigned'> {
  let [done, assigned] = [0, 0];
  for (const date of asked) {
    const found = techniquesDone(on(date));
    const own = new Set(due(date).map((item) => item.technique_id));
    assigned += own.size;
    done += [...own].filter((id) => found.has(id as string)).length;
  }
  return { done, assigned };
}

/** Weeks with enough practised days, of those that asked for any; the one that is lived counts once it has them. */
function weeksOf({ today, dueOn: due, isOff, on }: Lived): Pick<Consistency, 'weeks_kept' | 'weeks'> {
  const first = addDays(today, -weekday(today) - 7 * (WEEKS - 1));
  let [weeks_kept, weeks] = [0, 0];
  for (let back = 0; back < WEEKS; back += 1) {
    const week = Array.from({ length: 7 }, (_, at) => addDays(first, 7 * back + at));
    const days = week.filter((date) => date <= today && isPractised(on(date), doseOf(due(date))));
    const isKept = days.length >= STEADY_WEEK;
    const asked = week.every((date) => date < today) && week.some((date) => !isOff(date));
    weeks_kept += Number(isKept);
    weeks += Number(isKept || asked);
  }
  return { weeks_kept, weeks };
}

function doseOf(items: readonly { dose_s: number }[]): number {
  return items.reduce((sum, item) => sum + item.dose_s, 0);
}
