import { stamp } from '../stamp';
import type { Log, ReadLog, ReplyOnWire } from '../types';

/** A phone may let go of its own logs after 60 days, and with them of what was read: an older answer is none that is new. */
const NEW_MS = 50 * 86_400_000;

/** The answers that were not read on any phone of hers, the newest first. */
export function unreadReplies(
  replies: readonly ReplyOnWire[] | undefined,
  logs: readonly Log[],
  nowMs: number,
): ReplyOnWire[] {
  const read = new Set(
    logs.flatMap((log) => (log.kind === 'read' && log.what === 'answer' ? [log.ref] : [])),
  );
  return (replies ?? []).filter((one) => !read.has(one.log_id) && nowMs - Date.parse(one.at) < NEW_MS);
}

/** Tells the therapist that her answer to the log `ref` was read. */
export function answerReadLog(ref: string, id: string, now: number, tz: string): ReadLog {
  return { ...stamp(id, now, tz), kind: 'read', what: 'answer', ref };
}

/** Her own words in a log, where she wrote any. */
export function wordsOf(log: Log): string | null {
  if (log.kind === 'session') return log.word;
  return log.kind === 'note' || log.kind === 'question' ? log.text : null;
}
