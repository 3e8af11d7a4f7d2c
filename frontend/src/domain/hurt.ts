import { addDays } from './days';
import { isStop } from './discomfort';
import { itemsOn } from './inForce';
import {
  type Feeling,
  type HurtLog,
  isHurt,
  isSession,
  type SessionLog,
  type VoidLog,
  voidedIds,
} from './logs';
import { tellsStop } from './marks';
import type { Item, Version } from './program';
import type { LiveSession } from './session';
import { stamp } from './stamp';
import { currentItem, currentPhase, secondsDone } from './walk';

export const FEELINGS: readonly Feeling[] = ['sharp', 'burning', 'electric', 'numb', 'spreading', 'too_much'];

/** No phone waits longer to send what it holds: thirteen months. */
const LONGEST_WAIT_DAYS = 400;

/** What the pain was, when and where the phone is. */
export interface Hurt {
  id: string;
  feeling: Feeling;
  /** 0-10, where it came from a number. */
  discomfort: number | null;
  at_ms: number;
  zone: string;
}

/**
 * Whether a feeling stops the technique (dose rule D02): then nothing softer is offered and it rests
 * until the therapist wrote a newer version. "Just too much" is a matter of dose, unless it is 8 of 10 or more.
 */
export function stops(feeling: Feeling, discomfort = 0): boolean {
  return feeling !== 'too_much' || isStop(discomfort);
}

/** The log of a pain, told at once. `second` counts the dose done so far on that item and side. */
export function hurtLog(session: LiveSession, hurt: Hurt): HurtLog | null {
  const phase = currentPhase(session.walk);
  const item = currentItem(session.walk);
  if (!phase || !item) return null;
  return {
    ...stamp(hurt.id, hurt.at_ms, hurt.zone),
    kind: 'hurt',
    program_version: session.program_version,
    session_id: session.session_id,
    key: item.key,
    technique_id: item.technique_id,
    level: item.level,
    side: phase.side,
    second: secondsDone(session.walk, item.key, phase.side),
    feeling: hurt.feeling,
    ...(hurt.discomfort !== null && { discomfort: hurt.discomfort }),
  };
}

/** What tells whether a version was written by somebody who could know of a stop. */
export interface Answering {
  number: number;
  answered?: readonly string[];
  created_at?: string;
}

/**
 * Whether a version ends the rest after a stop: it is newer, and the stop had reached the server before it was written;
 * or a therapist has let go of it since. What is older than any phone waits to send was there, also where the server no longer keeps it.
 */
export function isAnswered(
  { number, answered, created_at }: Answering,
  stop: { id?: string; program_version: number; local_date: string },
): boolean {
  if (answered?.includes(stop.id ?? '')) return true;
  if (stop.program_version >= number) return false;
  if (!answered) return true;
  return !!created_at && stop.local_date < addDays(created_at.slice(0, 10), -LONGEST_WAIT_DAYS);
}

/** Techniques that rest: stopped by pain that no version has answered since, and not taken back. */
export function restingTechniques(
  version: Answering,
  logs: readonly (HurtLog | SessionLog | VoidLog | { kind: string })[],
): Set<string> {
  const voided = voidedIds(logs);
  // What her therapist let go of under this very version counts as answered, too.
  const isOver = (log: HurtLog | SessionLog) =>
    version.answered?.includes(log.id) || isAnswered(version, log);
  const stand = (log: HurtLog | SessionLog) => !isOver(log) && !voided.has(log.id);
  const hurt = logs.filter(isHurt).filter((log) => stand(log) && stops(log.feeling, log.discomfort));
  // A number told in a hold stops as well, also where nobody came back to say what it was.
  const told = logs.filter(isSession).filter(stand);
  const strong = told.flatMap((log) => log.items.filter((entry) => entry.holds?.some(tellsStop)));
  return new Set([...hurt, ...strong].map((one) => one.technique_id));
}

/** What is prescribed on a date in two: what is to be practised, and what rests. */
export function dayItems(
  version: Version,
  date: string,
  logs: readonly { kind: string }[],
): { items: Item[]; resting: Item[] } {
  const rests = restingTechniques(version, logs);
  const prescribed = itemsOn(version, date);
  return {
    items: prescribed.filter((item) => !rests.has(item.technique_id)),
    resting: prescribed.filter((item) => rests.has(item.technique_id)),
  };
}
