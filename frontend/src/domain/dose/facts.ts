/** What the phone has of a history: the server makes the same of its rows (services/dosing.py). */
import { daysOff, isPractised, secondsDue } from '../adherence';
import { addDays, instantText, localDate } from '../days';
import { isStop } from '../discomfort';
import { PAIN_NOW } from '../gate';
import { setbacksOf } from '../history/calendar';
import { isAnswered } from '../hurt';
import { sidesOf } from '../length';
import { type HurtLog, isCheck, isHurt, isSession, type SessionEntry, voidedIds } from '../logs';
import { versionsOf } from '../today';
import type { DecisionOnWire, Item, Log, ReactionLog, SessionLog, Version, View } from '../types';
import type { DoseDecision, DoseHistory, DoseHurt, DoseItem, DoseProgram, DoseSession } from './history';

/** So far back the logs of any phone reach; those of her first one reach further. */
const KNOWN_DAYS = 60;
const CAP_S = 600;
const LEVELS = 3;
const BREATH_S = 8;
const TOO_MUCH = 6;

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
    sessions: sessions.map((log) => {
      const session = sessionOf(log, hurts, right);
      const isNews = counts(log, program.since, right(log.recorded_at), version.created_at);
      return isNews ? session : onlyFelt(session);
    }),
    pains: [...told, ...before],
    hurts: stopsIn(version, sessions, hurts, right),
    reactions: logs.filter(isReaction).map((log) => ({ ...answerOf(log), at: right(log.recorded_at) })),
    red: known.red.map(({ log: id }) => ({ id, at: raisedAt(known, id, right) ?? instantText(now) })),
    ...datesOf(view, known.logs, program.since, localDate(now, zone)),
    visits: view.visits ?? [],
    carried: decidedThere(view.dose?.carried),
    undone: view.dose?.undone ?? [],
  };
}

function programOf(view: View, version: Version): DoseProgram {
  const { number, starts_on, days, items } = version;
  // What the practice says is about its newest version; an earlier one holds until that starts.
  const dose = view.program?.number === number ? view.dose : undefined;
  return {
    number,
    // Of the version before it, while this phone has not heard of it since.
    since: dose?.since && dose.since > starts_on ? dose.since : starts_on,
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

/** What the server's rules wrote. */
export function decidedThere(told: readonly DecisionOnWire[] = []): DoseDecision[] {
  return told as unknown as DoseDecision[];
}

/** A practice of before the version that may yet be felt for too long: what it said, the version has answered. */
function onlyFelt(session: DoseSession): DoseSession {
  const entries = session.entries.map((entry) => ({ ...entry, peak: null }));
  return { ...session, pain_before: null, pain_after: null, entries };
}

/** Whether a practice says something of this dose: one of the first day only where it came after the version. */
function counts(log: SessionLog, since: string, recorded_at: string, written_at: string): boolean {
  return log.local_date > since || (log.local_date === since && recorded_at >= written_at);
}

function sessionOf(
  log: SessionLog,
  hurts: readonly HurtLog[],
  right: (instant: string) => string,
): DoseSession {
  const { id, local_date, pain_before, pain_after, items } = log;
  const own = hurts.filter((hurt) => hurt.session_id === id);
  return {
    id,
    local_date,
    started_at: right(log.started_at),
    ended_at: right(log.ended_at),
    recorded_at: right(log.recorded_at),
    pain_before,
    pain_after,
    entries: [...new Set(items.map(({ technique_id }) => technique_id))].flatMap((technique) =>
      entryOf(
        technique,
        items.filter(({ technique_id }) => technique_id === technique),
        own,
      ),
    ),
  };
}

/** A technique that was done, or that told something; its sides together. */
function entryOf(
  technique_id: string,
  sides: readonly SessionEntry[],
  hurts: readonly HurtLog[],
): DoseSession['entries'] {
  const named = hurts.flatMap((hurt) => (hurt.technique_id === technique_id ? (peakOfHurt(hurt) ?? []) : []));
  const told = [...sides.flatMap(scores), ...named];
  const [first] = sides.filter(({ done_s }) => done_s > 0 || told.length > 0);
  const peak = told.length > 0 ? Math.max(...told) : null;
  return first ? [{ technique_id, level: first.level, peak }] : [];
}

/** "Just too much" is at least a 6, with or without a number (D05). */
export function peakOfHurt({
  feeling,
  discomfort,
}: Pick<HurtLog, 'feeling' | 'discomfort'>): number | undefined {
  return feeling === 'too_much' ? Math.max(TOO_MUCH, discomfort ?? 0) : discomfort;
}

/** How strong the holds of one side were told to be, whenever it was told. */
function scores({ holds }: SessionEntry): number[] {
  return (holds ?? []).flatMap(({ start, discomfort, end }) =>
    [start, discomfort, end].filter((score) => score !== null),
  );
}

/** The stops that the version's author could not know of, also those told as a number in a hold alone. */
function stopsIn(
  version: Version,
  sessions: readonly SessionLog[],
  hurts: readonly HurtLog[],
  right: (instant: string) => string,
): DoseHurt[] {
  const isOpen = (log: HurtLog | SessionLog) => !isAnswered(version, log);
  const told = hurts.filter(isOpen).map(({ id, technique_id, feeling, discomfort, recorded_at }) => ({
    id,
    at: right(recorded_at),
    technique_id,
    feeling,
    discomfort: discomfort ?? null,
  }));
  const named = new Set(hurts.map((hurt) => `${hurt.session_id}/${hurt.technique_id}`));
  const strong = sessions.filter(isOpen).flatMap((log) =>
    log.items.flatMap((entry) => {
      const discomfort = Math.max(0, ...scores(entry));
      const name = `${log.id}/${entry.technique_id}`;
      if (!isStop(discomfort) || named.has(name)) return [];
      named.add(name);
      const { technique_id } = entry;
      return [
        { id: log.id, at: right(log.ended_at), technique_id, feeling: 'too_much' as const, discomfort },
      ];
    }),
  );
  return [...told, ...strong];
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
  const first = logs.reduce(
    (best, { local_date }) => (local_date < best ? local_date : best),
    addDays(today, -KNOWN_DAYS),
  );
  const from = since > first ? since : first;
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
