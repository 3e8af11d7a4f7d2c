/**
 * Whether to ask her how it is after a practice, and after which one. What is usual lasts up to 48 h and falls. Source:
 * domain.md 2.7 (asked the next day, and once more at 48 h where it is not gone).
 */
import { presses } from './asks';
import { localDate } from './days';
import { isSession, voidedIds } from './logs';
import { stamp } from './stamp';
import type { Item, Log, ReactionLog } from './types';

const HOUR_MS = 3_600_000;
/** What comes up overnight has come up. */
const SETTLED_MS = 12 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
/** Beyond this it is no usual reaction. */
export const USUAL_MS = 48 * HOUR_MS;
/** Whoever has just answered is left alone this long. */
const QUIET_MS = 6 * HOUR_MS;
/** After this long nobody remembers one practice. */
const REMEMBERED_MS = 7 * DAY_MS;

export type Answer = ReactionLog['answer'];
export type Ask = 'next_day' | '48h';

/** A practice that counts. `presses`: the techniques with which she pressed on something, in any order. */
export interface Practised {
  id: string;
  local_date: string;
  ended_at: string;
  presses: readonly string[];
}

/** What she said of a practice; one that was taken back is none. */
export interface Said {
  id: string;
  session_id: string;
  at: string;
  answer: Answer;
}

export interface Due {
  session_id: string;
  ask: Ask;
}

/**
 * The practice to ask about now; null where there is none. The newest with pressing work is asked about from the next
 * local date on, 12 h after its end at the earliest, and again until she has answered a day after it or says that it is
 * gone; any other only while what she said of it last is not gone. From 48 h on an open one is asked about once a day.
 */
export function due(
  sessions: readonly Practised[],
  said: readonly Said[],
  nowMs: number,
  zone: string,
): Due | null {
  const [newest, ...before] = pressing(sessions);
  if (!newest) return null;
  const asked = [newest, ...before.filter(({ id }) => isOpen(id, said))];
  for (const session of asked) {
    const ask = askOf(session, lastSaid(session.id, said), nowMs, zone);
    if (ask) return { session_id: session.id, ask };
  }
  return null;
}

/**
 * The other practices that are gone too when she says so of this one: those before it that are still open and in which
 * she pressed with nothing but what this one used as well. Of another place she was not asked.
 */
export function alsoGone(id: string, sessions: readonly Practised[], said: readonly Said[]): string[] {
  const all = pressing(sessions);
  const place = all.findIndex((session) => session.id === id);
  const used = all[place]?.presses ?? [];
  return all
    .slice(place + 1)
    .filter((session) => isOpen(session.id, said) && session.presses.every((one) => used.includes(one)))
    .map((session) => session.id);
}

/** Whether what she said of a practice last is that something is left of it. */
export function isOpen(session_id: string, said: readonly Said[]): boolean {
  const last = lastSaid(session_id, said);
  return last !== undefined && last.answer !== 'gone';
}

/** From what a phone keeps. `items`: of every version that it knows; of a technique that is in none the worst is taken. */
export function practisedIn(logs: readonly Log[], items: readonly Item[]): Practised[] {
  const voided = voidedIds(logs);
  const isPressed = (id: string) => {
    const own = items.filter((item) => item.technique_id === id);
    return own.length === 0 || own.some(({ snapshot }) => presses(snapshot.style));
  };
  return logs
    .filter(isSession)
    .filter((log) => !voided.has(log.id))
    .map(({ id, local_date, ended_at, items }) => {
      const done = items.filter((entry) => entry.done_s > 0).map((entry) => entry.technique_id);
      return { id, local_date, ended_at, presses: [...new Set(done)].filter(isPressed) };
    });
}

export function saidIn(logs: readonly Log[]): Said[] {
  const voided = voidedIds(logs);
  return logs
    .filter((log): log is ReactionLog => log.kind === 'reaction')
    .filter((log) => !voided.has(log.id))
    .map(({ id, session_id, recorded_at, answer }) => ({ id, session_id, at: recorded_at, answer }));
}

export function reactionLog(
  session_id: string,
  answer: Answer,
  id: string,
  now: number,
  tz: string,
): ReactionLog {
  return { ...stamp(id, now, tz), kind: 'reaction', session_id, answer };
}

/** The newest first. */
function pressing(sessions: readonly Practised[]): Practised[] {
  return sessions
    .filter(({ presses }) => presses.length > 0)
    .sort((a, b) => Date.parse(b.ended_at) - Date.parse(a.ended_at));
}

function lastSaid(session_id: string, said: readonly Said[]): Said | undefined {
  return said
    .filter((one) => one.session_id === session_id)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1))[0];
}

function askOf(session: Practised, last: Said | undefined, nowMs: number, zone: string): Ask | null {
  const ended = Date.parse(session.ended_at);
  const age = nowMs - ended;
  const today = localDate(nowMs, zone);
  if (today <= session.local_date || age < SETTLED_MS) return null;
  const ask = age < USUAL_MS ? 'next_day' : '48h';
  if (!last) return age < REMEMBERED_MS ? ask : null;
  const at = Date.parse(last.at);
  if (last.answer === 'gone' || nowMs - at < QUIET_MS) return null;
  const isNews = stage(age) > stage(at - ended);
  const isNewDay = ask === '48h' && localDate(at, zone) < today;
  return isNews || isNewDay ? ask : null;
}

/** Within the first day, the second, or later. */
function stage(age: number): number {
  return Math.min(Math.floor(age / DAY_MS), 2);
}
