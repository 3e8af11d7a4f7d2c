/** The figures of the client's page. Each is made in one way, which the page says beside it. */
import { daysKept, type Setbacks, secondsDue } from '../../adherence';
import { addDays, daysBetween } from '../../days';
import { stops } from '../../hurt';
import type { HurtLog, SessionEntry, SessionLog } from '../../logs';
import { median } from '../../median';
import type { Side } from '../../program';
import type { Answer, ReactionLog, Told } from './facts';
import { isSince, type Start } from './since';

/** A median, and how many numbers it stands on; null where there is none. */
export interface Figure {
  value: number | null;
  n: number;
}

type Versions = Parameters<typeof daysKept>[0];

export interface Figures {
  /** The local dates that were looked at, first and last. */
  from: string;
  to: string;
  kept: { kept: number; prescribed: number };
  practices: number;
  /** Seconds by the timer, at most half as much again as a date asks for. */
  seconds: number;
  /** Pain after minus before: of all practices, and of those that worked on one side only or on both. */
  change: Record<'all' | Side, Figure>;
  /** Pain before practising: in the week up to the start, and in the last week. */
  before: { earlier: Figure; lately: Figure; verdict: Verdict };
  /** Tenderness of a spot at the end minus at the start, by side. */
  softening: Record<Side, Figure>;
  /** The most discomfort of each practice that tells any. `over`: in how many it was above the ceiling. */
  peaks: { highest: number | null; n: number; over: number };
  /** The newest answer about each practice. */
  reactions: Record<Answer, number>;
  /** Stops for pain that is no matter of dose (rule D02). */
  stops: number;
}

/** What is said about two medians: people seldom notice less than 2 points and 30 % (domain.md 4.1). */
export type Verdict = 'few' | 'small' | 'eased' | 'stronger';

const WEEK = 7;
const LEAST_VALUES = 2;
const MEANINGFUL = 2;
const MEANINGFUL_SHARE = 0.3;
const TOP = 5;
/** Of what a date asks for; more is told as this much (domain.md 4.2). */
const MOST_SHARE = 1.5;
const SIDES: readonly Side[] = ['left', 'right', 'both'];

export function figuresOf(
  told: Told,
  versions: Versions,
  setbacks: Setbacks,
  start: Start,
  today: string,
): Figures {
  const since = told.sessions.filter((one) => isSince(start, one.local_date, one.started_at));
  const hurts = told.hurts.filter((one) => isSince(start, one.local_date, one.recorded_at));
  return {
    from: start.date,
    to: today,
    kept: keptSince(versions, since, setbacks, start, today),
    practices: since.length,
    seconds: secondsOf(versions, since),
    change: changes(since),
    before: painBefore(told.sessions, since, start, today),
    softening: Object.fromEntries(
      SIDES.map((side) => [side, softeningOf(since, side)]),
    ) as Figures['softening'],
    peaks: peaksOf(since, told.hurts),
    reactions: reactionsOf(told.reactions, start),
    stops: hurts.filter((one) => stops(one.feeling, one.discomfort)).length,
  };
}

/** Pain after minus before; null where one of the two was not told. */
export function changeIn(session: Pick<SessionLog, 'pain_before' | 'pain_after'>): number | null {
  const { pain_before: before, pain_after: after } = session;
  return before === null || after === null ? null : after - before;
}

export function figureOf(values: readonly (number | null)[]): Figure {
  const known = values.filter((one) => one !== null);
  return { value: known.length === 0 ? null : median(known), n: known.length };
}

/** How tender each spot was in the end against the start. What was drawn afterwards stands above what holds told. */
export function softenings(entry: SessionEntry): number[] {
  const ends = entry.softening ? [entry.softening] : (entry.holds ?? []);
  return ends.flatMap(({ start, end }) => (start === null || end === null ? [] : [end - start]));
}

/** The start's own date counts like today: only when she practised on it, afterwards. */
function keptSince(
  versions: Versions,
  sessions: readonly SessionLog[],
  setbacks: Setbacks,
  start: Start,
  today: string,
): Figures['kept'] {
  const whole = daysBetween(start.date, today) + 1;
  const kept = (days: number) => daysKept(versions, sessions, new Set(), today, days, setbacks);
  const all = kept(whole);
  const { kept: days, prescribed } =
    start.at === null || all.practised.includes(start.date) ? all : kept(whole - 1);
  return { kept: days, prescribed };
}

function secondsOf(versions: Versions, sessions: readonly SessionLog[]): number {
  const days = new Map<string, number>();
  for (const { local_date: date, items } of sessions) {
    const done = items.reduce((sum, entry) => sum + entry.done_s, 0);
    days.set(date, (days.get(date) ?? 0) + done);
  }
  return [...days].reduce((sum, [date, done]) => {
    const asked = secondsDue(versions, date);
    return sum + (asked > 0 ? Math.min(done, asked * MOST_SHARE) : done);
  }, 0);
}

function changes(sessions: readonly SessionLog[]): Figures['change'] {
  const of = (some: readonly SessionLog[]) => figureOf(some.map(changeIn));
  const by = (side: Side) => of(sessions.filter((one) => sideOf(one) === side));
  return { all: of(sessions), left: by('left'), right: by('right'), both: by('both') };
}

/** Pain is one number a practice: only one that worked on a single side says something about that side. */
function sideOf({ items }: SessionLog): Side | null {
  const sides = new Set(items.filter((entry) => entry.done_s > 0).map((entry) => entry.side));
  const [only] = sides;
  return only === undefined ? null : sides.size === 1 ? only : 'both';
}

function painBefore(
  all: readonly SessionLog[],
  since: readonly SessionLog[],
  start: Start,
  today: string,
): Figures['before'] {
  // A whole date that counts has its week before it; a date with an instant is its own week's last.
  const last = start.at === null ? addDays(start.date, -1) : start.date;
  const first = addDays(last, 1 - WEEK);
  const past = all.filter(
    (one) => one.local_date >= first && !isSince(start, one.local_date, one.started_at),
  );
  const late = since.filter((one) => one.local_date >= addDays(today, 1 - WEEK));
  const [earlier, lately] = [past, late].map((some) => figureOf(some.map((one) => one.pain_before))) as [
    Figure,
    Figure,
  ];
  return { earlier, lately, verdict: verdictOn(earlier, lately) };
}

function verdictOn(earlier: Figure, lately: Figure): Verdict {
  if (earlier.value === null || lately.value === null) return 'few';
  if (Math.min(earlier.n, lately.n) < LEAST_VALUES) return 'few';
  const by = lately.value - earlier.value;
  if (Math.abs(by) < MEANINGFUL || Math.abs(by) < MEANINGFUL_SHARE * earlier.value) return 'small';
  return by < 0 ? 'eased' : 'stronger';
}

function softeningOf(sessions: readonly SessionLog[], side: Side): Figure {
  const entries = sessions.flatMap((one) => one.items).filter((entry) => entry.side === side);
  return figureOf(entries.flatMap(softenings));
}

function peaksOf(sessions: readonly SessionLog[], hurts: readonly HurtLog[]): Figures['peaks'] {
  const peaks = sessions.flatMap((one) => peakIn(one, hurts) ?? []);
  return {
    highest: peaks.length === 0 ? null : Math.max(...peaks),
    n: peaks.length,
    over: peaks.filter((peak) => peak > TOP).length,
  };
}

/** The highest discomfort told in its holds, or of a stop with a number. */
export function peakIn(session: SessionLog, hurts: readonly HurtLog[]): number | null {
  const held = session.items.flatMap((entry) => (entry.holds ?? []).map((hold) => hold.discomfort));
  const stopped = hurts.filter((one) => one.session_id === session.id).map((one) => one.discomfort ?? null);
  const known = [...held, ...stopped].filter((one) => one !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function reactionsOf(reactions: readonly ReactionLog[], start: Start): Figures['reactions'] {
  const newest = new Map<string, ReactionLog>();
  for (const one of reactions) newest.set(one.session_id, one);
  const counts: Figures['reactions'] = { gone: 0, still: 0, worse: 0, new_sign: 0 };
  for (const one of newest.values()) {
    if (isSince(start, one.local_date, one.recorded_at)) counts[one.answer] += 1;
  }
  return counts;
}
