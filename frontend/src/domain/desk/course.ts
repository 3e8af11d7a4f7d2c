/** How a client's weeks went: points, medians and slices out of her logs. Dates are local `YYYY-MM-DD`. */
import { addDays } from '../days';
import type { HurtLog, SessionLog, VoidLog } from '../logs';

interface OtherLog {
  id: string;
  schema: number;
  local_date: string;
  tz: string;
  recorded_at: string;
  kind: string;
  [field: string]: unknown;
}
export type StoredLog = SessionLog | HurtLog | VoidLog | OtherLog;

/** A log as the server keeps it for the therapist. */
export interface LogRow {
  seq: number;
  received_at: string;
  clock_suspect: boolean;
  voided: boolean;
  log: StoredLog;
}

export interface PainPoint {
  id: string;
  date: string;
  at: string;
  before: number | null;
  after: number | null;
  program: number;
}

export function isSession(log: StoredLog): log is SessionLog {
  return log.kind === 'session';
}

export function isHurt(log: StoredLog): log is HurtLog {
  return log.kind === 'hurt';
}

/** The practices that count: not taken back, oldest first. */
export function sessionsOf(rows: readonly LogRow[]): SessionLog[] {
  return rows
    .flatMap((row) => (!row.voided && isSession(row.log) ? [row.log] : []))
    .sort((a, b) => a.local_date.localeCompare(b.local_date) || a.started_at.localeCompare(b.started_at));
}

/** One point a practice that has a pain number, within the last `days` up to `today`. */
export function painPoints(rows: readonly LogRow[], today: string, days: number): PainPoint[] {
  const from = addDays(today, 1 - days);
  return sessionsOf(rows)
    .filter((log) => log.local_date >= from && (log.pain_before !== null || log.pain_after !== null))
    .map((log) => ({
      id: log.id,
      date: log.local_date,
      at: log.started_at,
      before: log.pain_before,
      after: log.pain_after,
      program: log.program_version,
    }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? 0;
  const high = sorted[Math.floor(middle)] ?? low;
  return (low + high) / 2;
}

/** For each day with a point, the median of that day and the six before it. */
export function medianLine(
  points: readonly PainPoint[],
  which: 'before' | 'after',
): { date: string; value: number }[] {
  const dates = [...new Set(points.map((point) => point.date))].sort();
  return dates.flatMap((date) => {
    const from = addDays(date, -6);
    const values = points
      .filter((point) => point.date >= from && point.date <= date)
      .flatMap((point) => point[which] ?? []);
    return values.length === 0 ? [] : [{ date, value: median(values) }];
  });
}

/** One number an item practised that day, 0 to 1: the most of it done within one practice; empty without practice. */
export function slicesOn(sessions: readonly SessionLog[], date: string): number[] {
  const best = new Map<string, number>();
  for (const session of sessions.filter((log) => log.local_date === date)) {
    for (const [key, share] of sharesOf(session)) best.set(key, Math.max(best.get(key) ?? 0, share));
  }
  return [...best.values()];
}

function sharesOf(session: SessionLog): Map<string, number> {
  const sums = new Map<string, { planned: number; done: number }>();
  for (const entry of session.items) {
    const sum = sums.get(entry.key) ?? { planned: 0, done: 0 };
    sums.set(entry.key, { planned: sum.planned + entry.planned_s, done: sum.done + entry.done_s });
  }
  const shares = [...sums].map(([key, { planned, done }]): [string, number] => [
    key,
    planned > 0 ? Math.min(1, done / planned) : 0,
  ]);
  return new Map(shares);
}

/** Logs of one day together, newest day first and newest log first within it. */
export function byDay(rows: readonly LogRow[]): { date: string; rows: LogRow[] }[] {
  const days = new Map<string, LogRow[]>();
  for (const row of [...rows].sort(newestFirst)) {
    const day = days.get(row.log.local_date);
    if (day) day.push(row);
    else days.set(row.log.local_date, [row]);
  }
  return [...days].map(([date, list]) => ({ date, rows: list }));
}

function newestFirst(a: LogRow, b: LogRow): number {
  return (
    b.log.local_date.localeCompare(a.log.local_date) ||
    b.log.recorded_at.localeCompare(a.log.recorded_at) ||
    b.seq - a.seq
  );
}

/** The two lists as one, each log once; a newer copy of a row replaces the older one. */
export function mergeRows(known: readonly LogRow[], fresh: readonly LogRow[]): LogRow[] {
  const all = new Map(known.map((row) => [row.log.id, row]));
  for (const row of fresh) all.set(row.log.id, row);
  const voided = new Set(
    [...all.values()].flatMap(({ log }) =>
      log.kind === 'void' && typeof log.voids === 'string' ? log.voids : [],
    ),
  );
  return [...all.values()]
    .map((row) => (voided.has(row.log.id) && !row.voided ? { ...row, voided: true } : row))
    .sort((a, b) => b.seq - a.seq);
}

/** Done seconds of a practice. */
export function doneSeconds(session: SessionLog): number {
  return session.items.reduce((sum, entry) => sum + entry.done_s, 0);
}
