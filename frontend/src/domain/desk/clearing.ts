/**
 * Clearances: who agreed to what a rule asks about. One counts for some days, for nothing harder than it was given for,
 * and only for those rules and flags (domain.md 2.4). The server checks each again when the draft is saved.
 */
import { addDays } from '../days';
import type { Item } from '../program';
import { covers } from '../screening/overrides';
import type { DraftItem } from './draft';
import type { VerdictRow } from './verdicts';

export const REASON_MIN = 15;

/** As she writes it. */
export interface Clearing {
  role: string;
  reason: string;
  cleared_on: string;
}

/** Not saved yet; it counts for the level, the rules and the flags of the moment in which it was written. */
export interface WrittenClearing extends Clearing {
  basis: string;
  up_to_level: number;
}

/** As it stands in a version for ever. */
export interface GivenClearing extends WrittenClearing {
  expires_on: string;
  by: { id: string; name: string };
  at: string;
}

export interface Need {
  role: string;
  written: WrittenClearing | null;
  given: GivenClearing | null;
  /** One that does not count, and why: its time, a harder level, or other rules and flags than it was given for. */
  ended: { clearing: GivenClearing; by: 'time' | 'level' | 'flags' } | null;
}

/** The clearances that stand in a version. Those that a phone is told say less; the desk is told all of them. */
export function givenOf(item: Pick<Item, 'safety'>): readonly GivenClearing[] {
  return (item.safety?.overrides ?? []) as GivenClearing[];
}

/** Each who must have agreed, with what there is of that. Empty where nobody has to. */
export function needsOf(
  item: Pick<DraftItem, 'written' | 'given'>,
  row: VerdictRow | null,
  today: string,
): Need[] {
  return row === null ? [] : row.needs.map((role) => needOf(role, item, row, today));
}

export function isAnswered(need: Need): boolean {
  return need.written !== null || need.given !== null;
}

/** Whether it was given for all of this, and for nothing softer. */
export function isFor(clearing: Pick<WrittenClearing, 'basis' | 'up_to_level'>, row: VerdictRow): boolean {
  return row.level <= clearing.up_to_level && covers(clearing.basis, row.basis);
}

/** The first thing that the server would refuse about it, by field. `days`: so long one counts in this practice. */
export function faultOf(clearing: Clearing, today: string, days: number): 'cleared_on' | 'reason' | null {
  const { cleared_on, reason } = clearing;
  if (cleared_on === '' || cleared_on > today || addDays(cleared_on, days) <= today) {
    return 'cleared_on';
  }
  return [...reason.trim()].length < REASON_MIN ? 'reason' : null;
}

/** With these clearances instead of what was written for the same roles. */
export function withClearings(item: DraftItem, clearings: readonly WrittenClearing[]): DraftItem {
  const roles = clearings.map((one) => one.role);
  return {
    ...item,
    written: [...item.written.filter((one) => !roles.includes(one.role)), ...clearings],
  };
}

function needOf(
  role: string,
  item: Pick<DraftItem, 'written' | 'given'>,
  row: VerdictRow,
  today: string,
): Need {
  const written = item.written.find((one) => one.role === role && isFor(one, row)) ?? null;
  const known = item.given
    .filter((one) => one.role === role)
    .map((one) => ({ ...one, expires_on: endOf(one, row.cleared_days) }));
  const given = known.find((one) => isFor(one, row) && today < one.expires_on) ?? null;
  const last = given ? undefined : known.at(-1);
  return { role, written, given, ended: last ? { clearing: last, by: endedBy(last, row) } : null };
}

/** The first day on which it no longer counts: as it was written then, and as the practice lets one count now. */
function endOf(clearing: GivenClearing, days: number): string {
  const now = addDays(clearing.cleared_on, days);
  return now < clearing.expires_on ? now : clearing.expires_on;
}

function endedBy(clearing: GivenClearing, row: VerdictRow): 'time' | 'level' | 'flags' {
  if (!covers(clearing.basis, row.basis)) return 'flags';
  return row.level > clearing.up_to_level ? 'level' : 'time';
}
