/** What happened, one after the other: what was told, and the moments at which something is due by itself. */
import { addDays, localDate, utcOffsetMin } from '../days';
import type { DoseHistory, DoseHurt, DosePain, DoseReaction, DoseSession } from './history';
import { USUAL_MS } from './reactions';

/** `lasts`: 48 hours after a session: whoever still feels it then, does for too long. */
export type What =
  | { kind: 'day'; date: string }
  | { kind: 'pain'; pain: DosePain }
  | { kind: 'session'; session: DoseSession }
  | { kind: 'hurt'; hurt: DoseHurt }
  | { kind: 'reaction'; reaction: DoseReaction }
  | { kind: 'lasts'; session: DoseSession }
  | { kind: 'red'; id: string };

export interface Event {
  at: number;
  id: string;
  what: What;
}

/** Of one moment and one id, in this order. */
const ORDER: readonly What['kind'][] = ['day', 'pain', 'session', 'hurt', 'reaction', 'lasts', 'red'];
/** Further than any zone is from UTC. */
const FAR_MS = 15 * 3_600_000;
/** The calendar of a zone is slow to ask, and asked for the same dates again. */
const starts = new Map<string, number>();

/**
 * By (instant, id). Of sessions, pains and answers those since the program holds; flags and pains that nobody answered
 * count whenever they were told: they stand. A told moment ahead of now counts, a due one does not yet.
 */
export function eventsOf(history: DoseHistory): Event[] {
  const start = dayStart(history.program.since, history.zone);
  return [...told(history), ...due(history)]
    .filter(({ at, what }) => what.kind === 'hurt' || what.kind === 'red' || at >= start)
    .sort((a, b) => a.at - b.at || compare(a.id, b.id) || rank(a) - rank(b));
}

function told({ pains, sessions, hurts, reactions, red }: DoseHistory): Event[] {
  const event = (at: string, id: string, what: What): Event => ({ at: Date.parse(at), id, what });
  return [
    ...pains.map((pain) => event(pain.at, '', { kind: 'pain', pain })),
    ...sessions.map((session) => event(session.ended_at, session.id, { kind: 'session', session })),
    ...hurts.map((hurt) => event(hurt.at, hurt.id, { kind: 'hurt', hurt })),
    ...reactions.map((reaction) => event(reaction.at, reaction.id, { kind: 'reaction', reaction })),
    ...red.map(({ at, id }) => event(at, id, { kind: 'red', id })),
  ];
}

function due({ now, zone, program, sessions }: DoseHistory): Event[] {
  const today = localDate(Date.parse(now), zone);
  const events: Event[] = [];
  for (let date = addDays(program.since, 1); date <= today; date = addDays(date, 1))
    events.push({ at: dayStart(date, zone), id: '', what: { kind: 'day', date } });
  for (const session of sessions) {
    const at = Date.parse(session.ended_at) + USUAL_MS;
    if (at < Date.parse(now)) events.push({ at, id: session.id, what: { kind: 'lasts', session } });
  }
  return events;
}

/** The first moment of a local date, also where the clock jumps over midnight. */
function dayStart(date: string, zone: string): number {
  const name = `${date} ${zone}`;
  const at = starts.get(name) ?? firstMoment(date, zone);
  starts.set(name, at);
  return at;
}

function firstMoment(date: string, zone: string): number {
  const utc = Date.parse(`${date}T00:00:00Z`);
  const by = (offset: number) => utc - offset * 60_000;
  const before = by(utcOffsetMin(utc - FAR_MS, zone));
  const after = by(utcOffsetMin(utc + FAR_MS, zone));
  const isMidnight = (at: number) => by(utcOffsetMin(at, zone)) === at;
  return isMidnight(after) && !isMidnight(before) ? after : before;
}

function rank({ what }: Event): number {
  return ORDER.indexOf(what.kind);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
