import type { Side } from './program';

/** What a phone tells. A log is frozen when it is saved; a correction is a new log of kind `void`. */
export interface LogCommon {
  id: string;
  schema: 1;
  local_date: string;
  tz: string;
  utc_offset_min: number;
  recorded_at: string;
}

export type Outcome = 'done' | 'partial' | 'skipped' | 'stopped';
export type SkipReason = 'no_time' | 'no_tool' | 'too_sore' | 'other';
export type Sensation =
  | 'warmth'
  | 'stretching'
  | 'tingling'
  | 'relaxed'
  | 'sore'
  | 'tired'
  | 'emotional'
  | 'nothing';
export type Feeling = 'sharp' | 'burning' | 'electric' | 'numb' | 'spreading' | 'too_much';

/** How firm the spot was at the start and at the end, 0-10. */
export interface Softening {
  start: number;
  end: number;
}

/** How tender a spot was while it was held, 0-10: at the start, in between, at the end. What was not said is null. */
export interface HoldEntry {
  /** 1-based. */
  spot: number;
  start: number | null;
  discomfort: number | null;
  end: number | null;
}

/** One item on one side, as it was practised. */
export interface SessionEntry {
  key: string;
  technique_id: string;
  level: number;
  side: Side;
  planned_s: number;
  done_s: number;
  outcome: Outcome;
  skip_reason: SkipReason | null;
  tool: string | null;
  softening: Softening | null;
  /** Only where something was said. */
  holds?: HoldEntry[];
}

export interface SessionLog extends LogCommon {
  kind: 'session';
  program_version: number;
  started_at: string;
  ended_at: string;
  status: 'complete' | 'partial';
  shortened: boolean;
  pain_before: number | null;
  pain_after: number | null;
  sensations: Sensation[];
  word: string | null;
  items: SessionEntry[];
}

export interface HurtLog extends LogCommon {
  kind: 'hurt';
  program_version: number;
  session_id: string;
  key: string;
  technique_id: string;
  level: number;
  side: Side;
  second: number;
  feeling: Feeling;
  /** 0-10, where it was told as a number. */
  discomfort?: number;
}

/** Answers to daily questions, by the question's id. */
export interface CheckLog extends LogCommon {
  kind: 'check';
  answers: Record<string, unknown>;
}

export interface VoidLog extends LogCommon {
  kind: 'void';
  voids: string;
}

export function isSession(log: { kind: string }): log is SessionLog {
  return log.kind === 'session';
}

export function isHurt(log: { kind: string }): log is HurtLog {
  return log.kind === 'hurt';
}

export function isCheck(log: { kind: string }): log is CheckLog {
  return log.kind === 'check';
}

/** Ids that a later log has taken back. */
export function voidedIds(logs: readonly { kind: string }[]): Set<string> {
  return new Set(logs.filter(isVoid).map((log) => log.voids));
}

function isVoid(log: { kind: string }): log is VoidLog {
  return log.kind === 'void';
}
