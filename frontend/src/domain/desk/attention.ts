/** Who needs the therapist, and why: one pure rank over the rows of the client list. */
import { daysBetween } from '../days';
import type { Feeling } from '../logs';
import type { ReminderProof } from './reminders';

export interface ClientRow {
  id: string;
  name: string;
  timezone: string;
  last_practised_on: string | null;
  days_kept_14: { kept: number; prescribed: number };
  pain: { before: number; after: number } | null;
  unread: number;
  program_number: number | null;
  fetched: { number: number; at: string } | null;
  stopped: { at: string; technique_id: string | null; feeling: Feeling; discomfort: number | null } | null;
  /** Red flags that stand: which, when the newest was told, and when that arrived. */
  red_flag: { flags: { id: string; label: string }[]; at: string; received_at: string } | null;
  screened: boolean;
  /** Whether she may practise, and how many safety questions are due. */
  safety: { open: boolean; due: number };
  paired: boolean;
  reminders: ReminderProof;
  archived_at: string | null;
}

export type Reason =
  | 'red_flag'
  | 'stopped'
  | 'unread'
  | 'no_program'
  | 'safety_open'
  | 'not_paired'
  | 'not_fetched'
  | 'quiet'
  | 'reminders'
  | 'fine';

/** After this many prescribed days without practice a client counts as gone quiet. */
export const QUIET_AFTER_DAYS = 4;

const RANK: Record<Reason, number> = {
  red_flag: 0,
  stopped: 1,
  unread: 2,
  no_program: 3,
  safety_open: 3,
  not_paired: 3,
  not_fetched: 3,
  quiet: 4,
  reminders: 5,
  fine: 6,
};

function isQuiet(row: ClientRow, today: string): boolean {
  if (row.fetched === null) return false;
  const since = row.last_practised_on ?? row.fetched.at.slice(0, 10);
  return daysBetween(since, today) >= QUIET_AFTER_DAYS;
}

/** Why this client needs her, strongest first; `['fine']` when nothing does. `today` is a local date. */
export function reasons(row: ClientRow, today: string): [Reason, ...Reason[]] {
  const found: Reason[] = [];
  if (row.red_flag !== null) found.push('red_flag');
  if (row.stopped !== null) found.push('stopped');
  if (row.unread > 0) found.push('unread');
  if (row.program_number === null) found.push('no_program');
  if (!row.safety.open) found.push('safety_open');
  if (!row.paired) found.push('not_paired');
  const behind = row.program_number !== null && row.program_number > (row.fetched?.number ?? 0);
  if (row.paired && behind) found.push('not_fetched');
  if (isQuiet(row, today)) found.push('quiet');
  // Without a phone there is nothing that could be reminded, and that is said already.
  if (row.paired && row.reminders.state === 'failed') found.push('reminders');
  const [first = 'fine', ...others] = found;
  return [first, ...others];
}

/** Whether anything but "fine" stands against the row. */
export function needsHer(row: ClientRow, today: string): boolean {
  return reasons(row, today)[0] !== 'fine';
}

function rankOf(row: ClientRow, today: string): number {
  return RANK[reasons(row, today)[0]];
}

function newest(a: string | undefined, b: string | undefined): number {
  return (b ?? '').localeCompare(a ?? '');
}

/**
 * A red flag first, then stopped by pain (newest first both), then unread, then what has not reached a phone, gone
 * quiet, whose reminders do not arrive, the rest by name.
 */
export function byNeed(rows: readonly ClientRow[], today: string): ClientRow[] {
  // Nobody is put away so far that a red flag of hers could not be seen.
  const open = rows.filter((row) => row.archived_at === null || row.red_flag !== null);
  return open.sort(
    (a, b) =>
      rankOf(a, today) - rankOf(b, today) ||
      newest(a.red_flag?.received_at, b.red_flag?.received_at) ||
      newest(a.stopped?.at, b.stopped?.at) ||
      b.unread - a.unread ||
      a.name.localeCompare(b.name),
  );
}

/** Rows whose name holds every word typed. */
export function named(rows: readonly ClientRow[], text: string): ClientRow[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => words.every((word) => row.name.toLocaleLowerCase().includes(word)));
}
