/** The weeks of tests/contract/client_page.json as the desk reads them: rows of logs and versions of the program. */
import table from '../../../tests/contract/client_page.json';
import type { VersionSummary } from '../api/desk';
import { addDays } from '../domain/days';
import type { LogRow, StoredLog } from '../domain/desk/course';
import type { HoldEntry, SessionEntry, SessionLog } from '../domain/logs';
import type { Item, Side, Version } from '../domain/program';
import { firstVersion } from './desk-samples';

export const { today, zone, out } = table;
const TIMERS = table.timers as [string, Side][];

const dated = (day: number): string => addDays(today, day);
const instant = (one: { day: number; time: string }): string => `${dated(one.day)}T${one.time}Z`;

/** Newest first, as the server tells them; one practice was taken back. */
export function pageRows(): LogRow[] {
  const sessions = table.sessions.map((one) => rowOf(sessionLog(one), 'voided' in one));
  const others = [...hurtLogs(), ...reactionLogs(), ...saidLogs(), ...bodyLogs()].map((log) => rowOf(log));
  const all = [...sessions, ...others].sort((a, b) => a.log.recorded_at.localeCompare(b.log.recorded_at));
  return all.map((row, at) => ({ ...row, seq: at + 1 })).reverse();
}

/** Newest first, each with its items. */
export function pageVersions(): Version[] {
  return table.versions
    .map((one) => ({
      ...firstVersion,
      id: `v${one.number}`,
      number: one.number,
      base_version: one.number - 1,
      reason: one.reason,
      created_at: instant(one),
      starts_on: dated(one.day),
      dose_s: one.dose_s,
      items: one.items.map(itemOf),
    }))
    .reverse();
}

export function pageSummaries(): VersionSummary[] {
  return pageVersions().map(({ items: _items, ...one }) => ({ ...one, overrides: [] }));
}

type Told = (typeof table.sessions)[number];

function sessionLog(one: Told): SessionLog {
  const at = instant(one);
  const after = new Date(Date.parse(at) + 600_000).toISOString();
  const ends = (one as { softening?: (SessionEntry['softening'] | null)[] }).softening;
  const holds = (one as { holds?: (HoldEntry[] | null)[] }).holds;
  return {
    ...stamped(one.name, one.day, after),
    kind: 'session',
    program_version: versionAt(at),
    started_at: at,
    ended_at: after,
    status: 'complete',
    shortened: false,
    pain_before: one.pain[0] ?? null,
    pain_after: one.pain[1] ?? null,
    sensations: [],
    word: null,
    items: one.done.map((done_s, timer) => entryOf(at, timer, done_s, ends?.[timer], holds?.[timer])),
  };
}

function entryOf(
  at: string,
  timer: number,
  done_s: number,
  softening: SessionEntry['softening'] | undefined,
  holds: HoldEntry[] | null | undefined,
): SessionEntry {
  const [technique_id, side] = TIMERS[timer] as [string, Side];
  const item = table.versions[versionAt(at) - 1]?.items.find((one) => one.technique_id === technique_id);
  const dose = item?.dose as Record<Side, { hold_s: number } | undefined>;
  const planned_s = dose[side]?.hold_s ?? 0;
  return {
    key: technique_id,
    technique_id,
    level: 1,
    side,
    planned_s,
    done_s,
    outcome: done_s === planned_s ? 'done' : done_s === 0 ? 'skipped' : 'stopped',
    skip_reason: done_s === 0 ? 'other' : null,
    tool: null,
    softening: softening ?? null,
    ...(holds && { holds }),
  };
}

function hurtLogs(): StoredLog[] {
  return table.hurts.map((one) => {
    const session = sessionLog(table.sessions.find(({ name }) => name === one.session) as Told);
    const [technique_id, side] = TIMERS[one.timer] as [string, Side];
    return {
      ...stamped(one.name, 0, session.ended_at),
      local_date: session.local_date,
      kind: 'hurt',
      program_version: session.program_version,
      session_id: session.id,
      key: technique_id,
      technique_id,
      level: 1,
      side,
      second: one.second,
      feeling: one.feeling,
      ...('discomfort' in one && { discomfort: one.discomfort }),
    };
  });
}

function reactionLogs(): StoredLog[] {
  return table.reactions.map((one) => ({
    ...stamped(one.name, one.day, instant(one)),
    kind: 'reaction',
    session_id: one.session,
    answer: one.answer,
  }));
}

function saidLogs(): StoredLog[] {
  return table.said.map((one) => ({
    ...stamped(one.name, one.day, instant(one)),
    kind: one.kind,
    text: one.text,
    ...(one.kind === 'question' ? { about: null } : {}),
  }));
}

function bodyLogs(): StoredLog[] {
  return table.bodies.map((one) => ({
    ...stamped(one.name, one.day, instant(one)),
    kind: 'body',
    marks: one.marks,
  }));
}

function stamped(id: string, day: number, recorded_at: string) {
  return { id, schema: 1 as const, local_date: dated(day), tz: zone, utc_offset_min: 60, recorded_at };
}

function rowOf(log: StoredLog, voided = false): LogRow {
  return { seq: 0, received_at: log.recorded_at, clock_suspect: false, voided, log };
}

function versionAt(at: string): number {
  return at >= instant(table.versions[1] as { day: number; time: string }) ? 2 : 1;
}

function itemOf(one: { technique_id: string; level: number; dose: object }): Item {
  const dose = one.dose as Item['dose'];
  const [sample] = firstVersion.items as [Item];
  return {
    ...sample,
    key: one.technique_id,
    technique_id: one.technique_id,
    level: one.level,
    dose,
    dose_s: Object.values(dose).reduce((sum, side) => sum + side.hold_s, 0),
    snapshot: { ...sample.snapshot, name: one.technique_id },
  };
}
