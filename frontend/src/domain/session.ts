import { instantText, localDate, utcOffsetMin } from './days';
import { entries } from './entries';
import type { Sensation, SessionLog, Softening } from './logs';
import type { Plan } from './plan';
import { startWalk, type Walk } from './walk';

/** A draft that was not touched for longer is over: the person did something else meanwhile. */
export const DRAFT_MS = 3 * 3_600_000;

/** What the After screen asked; everything may stay unanswered. */
export interface AfterAnswers {
  pain_after: number | null;
  sensations: Sensation[];
  word: string;
  /** By `key/side`. */
  softening: Record<string, Softening>;
}

/** A session that is not a log yet, kept in the phone's store at every step. */
export interface Draft {
  schema: 1;
  session_id: string;
  program_version: number;
  /** Milliseconds; the session belongs to the local date and zone of this instant. */
  started_ms: number;
  saved_ms: number;
  /** Null while it is played. */
  ended_ms: number | null;
  zone: string;
  shortened: boolean;
  pain_before: number | null;
  walk: Walk;
  after: AfterAnswers;
}

/** What a session starts from. */
export interface Start {
  id: string;
  program_version: number;
  at_ms: number;
  perf_ms: number;
  zone: string;
  pain_before: number | null;
}

export const NOTHING_SAID: AfterAnswers = { pain_after: null, sensations: [], word: '', softening: {} };

export function startDraft(plan: Plan, start: Start): Draft {
  return {
    schema: 1,
    session_id: start.id,
    program_version: start.program_version,
    started_ms: start.at_ms,
    saved_ms: start.at_ms,
    ended_ms: null,
    zone: start.zone,
    shortened: plan.shortened,
    pain_before: start.pain_before,
    walk: startWalk(plan, { perf: start.perf_ms, wall: start.at_ms }),
    after: NOTHING_SAID,
  };
}

/**
 * What becomes of a draft that is found: it goes on where it stood, it goes on to After, or - untouched
 * for three hours - it is finalised with what was done.
 */
export function draftFate(draft: Draft, nowMs: number): 'resume' | 'after' | 'finalise' {
  if (nowMs - draft.saved_ms > DRAFT_MS) return 'finalise';
  return draft.ended_ms === null ? 'resume' : 'after';
}

/** The log of a session. The draft's id is the log's id: saving twice is the same log. */
export function sessionLog(draft: Draft, recordedMs: number): SessionLog {
  const items = entries(draft.walk).map((entry) => ({
    ...entry,
    softening: draft.after.softening[`${entry.key}/${entry.side}`] ?? null,
  }));
  const word = draft.after.word.trim();
  return {
    kind: 'session',
    id: draft.session_id,
    schema: 1,
    local_date: localDate(draft.started_ms, draft.zone),
    tz: draft.zone,
    utc_offset_min: utcOffsetMin(draft.started_ms, draft.zone),
    recorded_at: instantText(recordedMs),
    program_version: draft.program_version,
    started_at: instantText(draft.started_ms),
    ended_at: instantText(draft.ended_ms ?? draft.saved_ms),
    status: items.every((entry) => entry.outcome === 'done') ? 'complete' : 'partial',
    shortened: draft.shortened,
    pain_before: draft.pain_before,
    pain_after: draft.after.pain_after,
    sensations: draft.after.sensations,
    word: word === '' ? null : word,
    items,
  };
}

/** Seconds of dose done in the whole session. */
export function practisedSeconds(walk: Walk): number {
  return entries(walk).reduce((sum, entry) => sum + entry.done_s, 0);
}
