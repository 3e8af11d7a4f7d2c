import { addDays, daysBetween } from './days';
import { type Answering, isAnswered, stops } from './hurt';
import { inForce, itemsOn } from './inForce';
import type { Feeling } from './logs';

export interface PlannedVersion extends Answering {
  starts_on: string;
  days: number[];
  items: { technique_id?: string; days: number[] | null; dose_s: number }[];
}

export interface Practice {
  id: string;
  local_date: string;
  items: { technique_id: string; planned_s: number; done_s: number }[];
}

/** Where a person's calendar stood once; `utc_offset_min` is minutes east of UTC. */
export interface Sighting {
  at_ms: number;
  local_date: string;
  utc_offset_min: number;
}

export interface DaysKept {
  kept: number;
  prescribed: number;
  /** Every practised date of the window, extras on days off too. */
  practised: string[];
}

/** What speaks for a day off, as far as it stands (nothing that was taken back). */
export interface Setbacks {
  sightings: readonly Sighting[];
  hurts: readonly Hurt[];
  reactions: readonly { local_date: string; answer: string }[];
  /** Absent where the practice does not tell. */
  rests?: readonly Rest[] | undefined;
}

/**
 * A technique rested by a rule of the dose, or ('') the whole program was closed by a red flag: the dates on which that
 * began and ended, both included; null: it goes on.
 */
export interface Rest {
  target: string;
  from: string;
  until: string | null;
}

interface Hurt {
  id?: string;
  local_date: string;
  program_version: number;
  technique_id: string;
  feeling: Feeling;
  discomfort?: number;
}

/** Why a date counts neither as kept nor as missed; `none`: no program is known for it. */
export type Off = 'none' | 'rest' | 'travel' | 'pause' | 'reaction';

/** A clock that was put forward by this much takes most of a date away. */
const LOST_DAY_MIN = 720;
const NONE: Setbacks = { sightings: [], hurts: [], reactions: [] };

/**
 * Days kept of the last `windowDays`, today included only when it was practised: the day is not over.
 * Days off and days before the first version are in neither number.
 */
export function daysKept(
  versions: readonly PlannedVersion[],
  sessions: readonly Practice[],
  voided: ReadonlySet<string>,
  today: string,
  windowDays = 14,
  setbacks: Setbacks = NONE,
): DaysKept {
  const valid = sessions.filter((session) => !voided.has(session.id));
  const off = daysOff(versions, setbacks);
  const kept: DaysKept = { kept: 0, prescribed: 0, practised: [] };
  for (let back = windowDays - 1; back >= 0; back -= 1) {
    const date = addDays(today, -back);
    const practised = isPractised(
      valid.filter((session) => session.local_date === date),
      secondsDue(versions, date),
    );
    if (practised) kept.practised.push(date);
    if (off(date, practised) !== null || (date === today && !practised)) continue;
    kept.prescribed += 1;
    if (practised) kept.kept += 1;
  }
  return kept;
}

/**
 * Why a date is a day off; null for a date that asks for practice. None: before the first program. Rest: nothing is
 * prescribed. Travel: the date was hardly lived. Pause: all that is prescribed rests since it hurt under that program
 * (D02), or was told to; on a date that was practised from the date before until the date after, so that what was done
 * before it began, or after it ended, is kept. Reaction: the body still answered to a practice, so that waiting is right
 * (domain.md 2.7).
 */
export function daysOff(
  versions: readonly PlannedVersion[],
  setbacks: Setbacks,
): (date: string, practised?: boolean) => Off | null {
  const travel = skippedDates(setbacks.sightings);
  const { rests = [] } = setbacks;
  const stopping = setbacks.hurts.filter((hurt) => stops(hurt.feeling, hurt.discomfort));
  const sore = new Set(
    setbacks.reactions.filter((told) => told.answer !== 'gone').map((told) => told.local_date),
  );
  return (date, practised) => {
    const around = Number(practised ?? false);
    const [first, last] = [addDays(date, -around), addDays(date, around)];
    const version = inForce(versions, date);
    const due = dueOn(versions, date);
    if (!version) return 'none';
    if (due.length === 0) return 'rest';
    if (travel.has(date)) return 'travel';
    const hurting = stopping.filter((hurt) => hurt.local_date <= first && !isAnswered(version, hurt));
    const told = rests.filter(({ from, until }) => from <= first && (until === null || until >= last));
    const resting = new Set([
      ...hurting.map((hurt) => hurt.technique_id),
      ...told.map((rest) => rest.target),
    ]);
    if (resting.has('') || due.every((item) => resting.has(item.technique_id ?? ''))) return 'pause';
    return sore.has(date) ? 'reaction' : null;
  };
}

/**
 * Dates that travel took away: the clock was put forward by half a day or more, and no practice is known between. Who
 * flies from Honolulu (UTC-10) to Auckland (UTC+13) lives one hour of the date between, which is not owed then.
 */
export function skippedDates(sightings: readonly Sighting[]): Set<string> {
  const ordered = [...sightings].sort((a, b) => a.at_ms - b.at_ms || (a.local_date < b.local_date ? -1 : 1));
  return new Set(
    ordered.slice(1).flatMap((after, index) => {
      const before = ordered[index] as Sighting;
      const jumped = after.utc_offset_min - before.utc_offset_min >= LOST_DAY_MIN;
      return jumped && daysBetween(before.local_date, after.local_date) > 1
        ? addDays(after.local_date, -1)
        : [];
    }),
  );
}

/**
 * Whether the sessions of one date make it a practised day: one technique done to 80 % within a session,
 * or half of the date's dose over all of them.
 */
export function isPractised(sessions: readonly Pick<Practice, 'items'>[], doseS: number): boolean {
  if (techniquesDone(sessions).size > 0) return true;
  const done = sessions.flatMap((session) => session.items).reduce((sum, entry) => sum + entry.done_s, 0);
  return doseS > 0 && done * 2 >= doseS;
}

/** Seconds of dose that a date asks for. */
export function secondsDue(versions: readonly PlannedVersion[], date: string): number {
  return dueOn(versions, date).reduce((sum, item) => sum + item.dose_s, 0);
}

export function dueOn(versions: readonly PlannedVersion[], date: string): PlannedVersion['items'] {
  const version = inForce(versions, date);
  return version ? itemsOn(version, date) : [];
}

/** The techniques that one of these sessions did to 80 % of their time, its sides together. */
export function techniquesDone(sessions: readonly Pick<Practice, 'items'>[]): Set<string> {
  return new Set(sessions.flatMap(doneIn));
}

function doneIn(session: Pick<Practice, 'items'>): string[] {
  const sums = new Map<string, { planned: number; done: number }>();
  for (const entry of session.items) {
    const sum = sums.get(entry.technique_id) ?? { planned: 0, done: 0 };
    sums.set(entry.technique_id, { planned: sum.planned + entry.planned_s, done: sum.done + entry.done_s });
  }
  return [...sums].flatMap(([id, { planned, done }]) => (planned > 0 && done * 5 >= planned * 4 ? id : []));
}
