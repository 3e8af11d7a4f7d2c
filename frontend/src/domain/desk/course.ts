/** How a client's weeks went: points and days out of her logs. Dates are local `YYYY-MM-DD`. */
import type { Rest, Setbacks } from '../adherence';
import { addDays } from '../days';
import { setbacksOf } from '../history/calendar';
import type { Pair } from '../history/course';
import { type HurtLog, isSession, type SessionLog, type VoidLog } from '../logs';

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

/** How a therapist answered one log. `read_at` null: it was not read yet. */
export interface LogReply {
  text: string;
  at: string;
  by: { id: string; name: string };
  read_at: string | null;
}

/** A log as the server keeps it for the therapist. */
export interface LogRow {
  seq: number;
  received_at: string;
  clock_suspect: boolean;
  voided: boolean;
  /** Absent from servers before there were answers. */
  reply?: LogReply | null;
  log: StoredLog;
}

export interface PainPoint extends Pair {
  program: number;
}

/** What speaks for days off. The rests that the server tells of say all about stops, and when each was over. */
export function setbacksIn(rows: readonly LogRow[], rests?: readonly Rest[]): Setbacks {
  const setbacks = setbacksOf(
    rows.map((row) => row.log),
    rests,
  );
  return rests ? { ...setbacks, hurts: [] } : setbacks;
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

/** Whether a log can be answered, and was not: the same as backend/pith/domain/practice.py; private notes never come. */
export function mayAnswer({ log, reply, voided }: LogRow): boolean {
  if (reply || voided) return false;
  return isSession(log) ? Boolean(log.word) : ['question', 'hurt', 'note'].includes(log.kind);
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
