import { instantText } from './days';
import { entries } from './entries';
import type { Sensation, SessionLog, Softening } from './logs';
import type { Plan } from './plan';
import { stamp } from './stamp';
import type { Draft } from './types';
import { startWalk, type Walk } from './walk';

/** A draft that was not touched for longer is over: the person did something else meanwhile. */
export const DRAFT_MS = 3 * 3_600_000;
const DRAFT_SCHEMA = 1;

/** What the After screen asked; everything may stay unanswered. */
export interface AfterAnswers {
  pain_after: number | null;
  sensations: Sensation[];
  word: string;
  /** By `key/side`. */
  softening: Record<string, Softening>;
}

/** A session that is not a log yet. Plain data: the draft keeps it at every step. */
export interface LiveSession {
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

export function startSession(plan: Plan, start: Start): LiveSession {
  return {
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

/** What the phone's store keeps at every step: the session, and the log that it would be if it ended now. */
export function draftOf(session: LiveSession, nowMs: number): Draft {
  const state: LiveSession = { ...session, saved_ms: nowMs };
  const partial = sessionLog(state, nowMs);
  const { local_date, recorded_at } = partial;
  return {
    schema: DRAFT_SCHEMA,
    session_id: session.session_id,
    local_date,
    saved_at: recorded_at,
    partial,
    state,
  };
}

/** The session in a draft; null when another version of the app has written it. */
export function sessionOf(draft: Draft): LiveSession | null {
  return draft.schema === DRAFT_SCHEMA ? (draft.state as LiveSession) : null;
}

/**
 * What becomes of a draft that is found: it goes on where it stood, it goes on to After, or - untouched
 * for three hours, or not readable - its partial log is saved with what was done.
 */
export function draftFate(draft: Draft, nowMs: number): 'resume' | 'after' | 'finalise' {
  const session = sessionOf(draft);
  if (!session || nowMs - session.saved_ms > DRAFT_MS) return 'finalise';
  return session.ended_ms === null ? 'resume' : 'after';
}

/** The log of a session. The session's id is the log's id: saving twice is the same log. */
export function sessionLog(session: LiveSession, recordedMs: number): SessionLog {
  const items = entries(session.walk).map((entry) => ({
    ...entry,
    softening: session.after.softening[`${entry.key}/${entry.side}`] ?? entry.softening,
  }));
  const word = session.after.word.trim();
  return {
    ...stamp(session.session_id, session.started_ms, session.zone),
    kind: 'session',
    recorded_at: instantText(recordedMs),
    program_version: session.program_version,
    started_at: instantText(session.started_ms),
    ended_at: instantText(session.ended_ms ?? session.saved_ms),
    status: items.every((entry) => entry.outcome === 'done') ? 'complete' : 'partial',
    shortened: session.shortened,
    pain_before: session.pain_before,
    pain_after: session.after.pain_after,
    sensations: session.after.sensations,
    word: word === '' ? null : word,
    items,
  };
}

/** Seconds of dose done in the whole session. */
export function practisedSeconds(walk: Walk): number {
  return entries(walk).reduce((sum, entry) => sum + entry.done_s, 0);
}
