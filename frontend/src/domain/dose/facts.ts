/** What the phone has of a history: the server makes the same of its rows (services/dosing.py). */
import { daysOff, isPractised, secondsDue } from '../adherence';
import { addDays, instantText, localDate } from '../days';
import { PAIN_NOW } from '../gate';
import { setbacksOf } from '../history/calendar';
import { isAnswered } from '../hurt';
import { sidesOf } from '../length';
import { type HurtLog, isCheck, isHurt, isSession, type SessionEntry, voidedIds } from '../logs';
import { versionsOf } from '../today';
import type { Item, Log, ReactionLog, SessionLog, Version, View } from '../types';
import type { DoseHistory, DoseItem, DoseProgram, DoseSession } from './history';

/** So far back the logs of a phone reach. */
const KNOWN_DAYS = 60;
const CAP_S = 600;
const LEVELS = 3;
const BREATH_S = 8;

/** What the practice set and decided. Absent in views that an older app stored. */
export interface Known {
  view: View;
  /** The version in force. */
  version: Version;
  logs: readonly Log[];
  /** The warning signs that stand, by what raised them. */
  red: readonly { log: string }[];
  now_ms: number;
  /** How much this phone's clock is behind the server's. */
  behind_ms: number;
}

/** All that the dose of a version follows from, in the server's time. */
export function historyOf(known: Known): DoseHistory {
  const { view, version, behind_ms } = known;
  const zone = view.me.timezone;
  const now = known.now_ms + behind_ms;
  const right = (instant: string) => instantText(Date.parse(instant) + behind_ms);
  const voided = voidedIds(known.logs);
  const logs = known.logs.filter(({ id }) => !voided.has(id));
  const sessions = logs.filter(isSession);
  const hurts = logs.filter(isHurt);
  const program = programOf(view, version);
  const told = logs.filter(isCheck).flatMap((log) => {
    const pain = log.answers[PAIN_NOW];
    return typeof pain === 'number' ? [{ at: right(log.recorded_at), pain }] : [];
  });
  const before = sessions.flatMap(({ started_at, pain_before: pain }) =>
    pain === null ? [] : [{ at: right(started_at), pain }],
  );
  return {
    client_id: view.me.client_id,
    zone,
    now: instantText(now),
    program,
    sessions: sessions.map((log) => sessionOf(log, hurts, right)),
    pains: [...told, ...before],
    hurts: hurts
      .filter((log) => !isAnswered(version, log))
      .map((log) => ({ ...pick(log), at: right(log.recorded_at), discomfort: log.discomfort ?? null })),
    reactions: logs.filter(isReaction).map((log) => ({ ...answerOf(log), at: right(log.recorded_at) })),
    red: known.red.map(({ log: id }) => ({ id, at: raisedAt(known, id, right) ?? instantText(now) })),
    ...datesOf(view, known.logs, program.since, localDate(now, zone)),
    visits: view.visits ?? [],
    carried: view.dose?.carried ?? [],
    undone: view.dose?.undone ?? [],
  };
}

function programOf(view: View, version: Version): DoseProgram {
  const { number, starts_on, days, items } = version;
  // What the practice says is about its newest version; an earlier one holds until that starts.
  const dose = view.program?.number === number ? view.dose : undefined;
  return {
    number,
    since: dose?.since ?? starts_on,
    level_since: dose?.level_since ?? starts_on,
    cap_s: view.dose?.cap_s ?? CAP_S,
    slow_lane: view.dose?.slow_lane ?? false,
    step_s: view.dose?.step_s ?? null,
    items: items.map((item) => itemOf(item, days)),
  };
}

function itemOf({ technique_id, level, dose, dose_s, snapshot, days }: Item, all: number[]): DoseItem {
  const least_s = sidesOf(dose).reduce(
    (sum, [, { spots, hold_s, roll_s, move_s }]) =>
      sum + spots * Math.min(BREATH_S, hold_s) + Math.min(BREATH_S, roll_s) + Math.min(BREATH_S, move_s),
    0,
  );
  const { regions } = snapshot;
  return { technique_id, level, max_level: LEVELS, dose_s, least_s, regions, days: days ?? all };
}

function sessionOf(
  log: SessionLog,
  hurts: readonly HurtLog[],
  right: (instant: string) => string,
): DoseSession {
  const { id, local_date, pain_before, pain_after } = log;
  const own = hurts.filter((hurt) => hurt.session_id === id);
  return {
    id,
    local_date,
    started_at: right(log.started_at),
    ended_at: right(log.ended_at),
    recorded_at: right(log.recorded_at),
    pain_before,
    pain_after,
    entries: log.items.map((entry) => ({
      technique_id: entry.technique_id,
      level: entry.level,
      peak: peakOf(entry, own),
    })),
  };
}

function peakOf({ technique_id, holds }: SessionEntry, hurts: readonly HurtLog[]): number | null {
  const inHolds = (holds ?? []).flatMap(({ start, discomfort, end }) => [start, discomfort, end]);
  const ofHurts = hurts.filter((hurt) => hurt.technique_id === technique_id).map((hurt) => hurt.discomfort);
  const told = [...inHolds, ...ofHurts].filter((score) => typeof score === 'number');
  return told.length > 0 ? Math.max(...told) : null;
}

function pick({ id, technique_id, feeling }: HurtLog): Pick<HurtLog, 'id' | 'technique_id' | 'feeling'> {
  return { id, technique_id, feeling };
}

function isReaction(log: Log): log is ReactionLog {
  return log.kind === 'reaction';
}

function answerOf({
  id,
  session_id,
  answer,
}: ReactionLog): Pick<ReactionLog, 'id' | 'session_id' | 'answer'> {
  return { id, session_id, answer };
}

/** The id of what raised a sign begins with that of the log, up to a colon. */
function raisedAt({ view, logs }: Known, id: string, right: (instant: string) => string): string | null {
  const there = view.flags.find((flag) => flag.id === id);
  if (there) return there.at;
  const here = logs.find((log) => log.id === id.split(':')[0]);
  return here ? right(here.recorded_at) : null;
}

/** As domain.md 4.2 counts days, from the dose's first on; the last day of practice before it is known, too. */
function datesOf(
  view: View,
  logs: readonly Log[],
  since: string,
  today: string,
): Pick<DoseHistory, 'prescribed' | 'practised'> {
  const oldest = addDays(today, -KNOWN_DAYS);
  const from = since > oldest ? since : oldest;
  const versions = versionsOf(view);
  const voided = voidedIds(logs);
  const sessions = logs.filter(isSession).filter(({ id }) => !voided.has(id));
  const days = new Map<string, SessionLog[]>();
  for (const log of sessions) days.set(log.local_date, [...(days.get(log.local_date) ?? []), log]);
  const kept = [...days].flatMap(([date, own]) =>
    isPractised(own, secondsDue(versions, date)) ? [date] : [],
  );
  const known = [...new Set([...kept, ...(view.last_practice ? [view.last_practice] : [])])].sort();
  const before = known.filter((date) => date < from).slice(-1);
  const off = daysOff(versions, setbacksOf(logs));
  const prescribed: string[] = [];
  for (let date = from; date <= today; date = addDays(date, 1)) if (off(date) === null) prescribed.push(date);
  return { prescribed, practised: [...before, ...known.filter((date) => date >= from)] };
}
