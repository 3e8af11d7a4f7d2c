/** A month, a week, a day of practice, as they are drawn. Dates are local `YYYY-MM-DD`, months `YYYY-MM`. */
import type { Off, Rest, Setbacks } from '../adherence';
import { addDays, weekday } from '../days';
import { isHurt, isSession, type SessionLog, voidedIds } from '../logs';
import { daySlice, practisedS } from './filled';

/**
 * What is drawn for a date. `quiet`: nothing was practised, and nothing more is said. `open`: today, still to come.
 * Practice on a day off is an extra: it shows as practice.
 */
export type DayMark =
  | { kind: 'practised'; parts: number[]; done_s: number }
  | { kind: 'off'; why: Off }
  | { kind: 'quiet' | 'open' | 'ahead' };

/** Anything that a phone told; `kind` says which fields it has. */
export interface Told {
  id: string;
  kind: string;
  local_date: string;
}

export function dayMark(
  date: string,
  today: string,
  sessions: readonly SessionLog[],
  off: (date: string) => Off | null,
): DayMark {
  const own = sessions.filter((session) => session.local_date === date);
  const done_s = practisedS(own);
  if (done_s > 0) return { kind: 'practised', parts: daySlice(own), done_s };
  if (date > today) return { kind: 'ahead' };
  const why = off(date);
  if (why !== null) return { kind: 'off', why };
  return { kind: date === today ? 'open' : 'quiet' };
}

/** What speaks for days off: what was told and not taken back, and when she rested (the practice says it). */
export function setbacksOf(logs: readonly Told[], rests?: readonly Rest[]): Setbacks {
  const voided = voidedIds(logs);
  const standing = logs.filter((log) => !voided.has(log.id));
  return {
    sightings: standing.filter(isSession).map((session) => ({
      at_ms: Date.parse(session.started_at),
      local_date: session.local_date,
      utc_offset_min: session.utc_offset_min,
    })),
    hurts: standing.filter(isHurt),
    reactions: standing.filter((log): log is Told & { answer: string } => log.kind === 'reaction'),
    rests,
  };
}

/** Days with practice and seconds of it. */
export function totalOf(sessions: readonly SessionLog[]): { days: number; done_s: number } {
  const days = new Set(sessions.filter((one) => practisedS([one]) > 0).map((one) => one.local_date));
  return { days: days.size, done_s: practisedS(sessions) };
}

export function monthOf(date: string): string {
  return date.slice(0, 7);
}

export function shiftMonth(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Every date of a month, and how many empty places stand before the first in a week that begins on Monday. */
export function pageOf(month: string): { offset: number; dates: string[] } {
  const dates: string[] = [];
  for (let date = `${month}-01`; monthOf(date) === month; date = addDays(date, 1)) dates.push(date);
  return { offset: weekday(`${month}-01`), dates };
}

/** Monday to Sunday around a date. */
export function weekOf(date: string): string[] {
  const monday = addDays(date, -weekday(date));
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at));
}
