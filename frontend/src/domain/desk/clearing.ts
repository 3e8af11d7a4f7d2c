/**
 * Clearances: who agreed to what a rule asks about. One counts for 90 days, and only for the flags that it was given for
 * (domain.md 2.4). The server checks each again when the draft is saved.
 */
import { addDays } from '../days';
import type { Item } from '../program';
import type { DraftItem } from './draft';
import type { VerdictRow } from './verdicts';

export const CLEARED_DAYS = 90;
export const REASON_MIN = 15;

/** As she writes it. */
export interface Clearing {
  role: string;
  reason: string;
  cleared_on: string;
}

/** Not saved yet; it counts for the flags of the moment in which it was written. */
export interface WrittenClearing extends Clearing {
  basis: string;
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
  /** One that no longer counts, and what ended it: its time, or other flags than it was given for. */
  ended: { clearing: GivenClearing; by: 'time' | 'flags' } | null;
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
  return row === null ? [] : row.needs.map((role) => needOf(role, item, row.basis, today));
}

export function isAnswered(need: Need): boolean {
  return need.written !== null || need.given !== null;
}

/** The first thing that the server would refuse about it, by field. */
export function faultOf(clearing: Clearing, today: string): 'cleared_on' | 'reason' | null {
  const { cleared_on, reason } = clearing;
  if (cleared_on === '' || cleared_on > today || addDays(cleared_on, CLEARED_DAYS) <= today) {
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
  basis: string,
  today: string,
): Need {
  const written = item.written.find((one) => one.role === role && one.basis === basis) ?? null;
  const known = item.given.filter((one) => one.role === role);
  const given = known.find((one) => one.basis === basis && today < one.expires_on) ?? null;
  const last = given ? undefined : known.at(-1);
  const ended = last
    ? { clearing: last, by: last.basis === basis ? ('time' as const) : ('flags' as const) }
    : null;
  return { role, written, given, ended };
}
