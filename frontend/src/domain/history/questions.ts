/** Her questions and notes: where each one hangs, and how far it has come. Not a chat. */
import { voidedIds } from '../logs';
import type { Side } from '../program';
import { stamp } from '../stamp';
import type { Log, NoteLog, QuestionLog, ReplyOnWire } from '../types';

/** What a question hangs on: a technique, a practice, or nothing. */
export interface Place {
  technique_id?: string | undefined;
  session_id?: string | undefined;
}

/** `unread` and `read`: only where the practice tells what somebody there has read. */
export type Fate = 'refused' | 'waiting' | 'sent' | 'unread' | 'read' | 'answered';

/** What is known of the way of a log. `waiting`: what is on this phone only. */
export interface Known {
  waiting: ReadonlySet<string>;
  refused: readonly string[];
  replies: readonly Pick<ReplyOnWire, 'log_id'>[] | undefined;
  read: readonly string[] | undefined;
}

/** A question as it is sent; a side says nothing without its technique. */
export function questionLog(
  text: string,
  { technique_id, session_id }: Place,
  side: Side | null,
  id: string,
  now: number,
  tz: string,
): QuestionLog {
  const about = {
    ...(technique_id && { technique_id }),
    ...(technique_id && side && { side }),
    ...(session_id && { session_id }),
  };
  return { ...stamp(id, now, tz), kind: 'question', text: text.trim(), about };
}

export function noteLog(text: string, isPrivate: boolean, id: string, now: number, tz: string): NoteLog {
  return { ...stamp(id, now, tz), kind: 'note', text: text.trim(), private: isPrivate };
}

/** Her questions that were not taken back, in the order given. An older app may have sent one about nothing at all. */
export function questionsIn(logs: readonly Log[]): QuestionLog[] {
  const voided = voidedIds(logs);
  return logs.filter((log): log is QuestionLog => log.kind === 'question' && !voided.has(log.id));
}

export function notesIn(logs: readonly Log[]): NoteLog[] {
  const voided = voidedIds(logs);
  return logs.filter((log): log is NoteLog => log.kind === 'note' && !voided.has(log.id));
}

/** Whether a question hangs at this very place. */
export function hangsAt({ about }: Pick<QuestionLog, 'about'>, place: Place): boolean {
  return (
    (about?.technique_id ?? null) === (place.technique_id ?? null) &&
    (about?.session_id ?? null) === (place.session_id ?? null)
  );
}

export function fateOf(id: string, { waiting, refused, replies, read }: Known): Fate {
  if (refused.includes(id)) return 'refused';
  if (waiting.has(id)) return 'waiting';
  if (replies?.some((reply) => reply.log_id === id)) return 'answered';
  if (!read) return 'sent';
  return read.includes(id) ? 'read' : 'unread';
}
