/** How what was assigned stands today: a flag that came later may ask for less of it, for a clearance, or for none of it. */
import type { Item } from '../program';
import type { Level, Technique } from './catalogue';
import { givenOf, isAnswered, needsOf } from './clearing';
import { openLevels, rowFor, type VerdictRow, type Verdicts } from './verdicts';

export interface Standing {
  /** softer: at a lower level or with shorter holds; clearance: once somebody has agreed; none: not at all. */
  now: 'fine' | 'softer' | 'clearance' | 'none';
  /** What is said about the item as it was assigned. */
  row: VerdictRow | null;
  /** The level that stands for it now; null where none does. */
  level: Level | null;
}

type Assigned = Pick<Item, 'technique_id' | 'level' | 'side' | 'dose' | 'safety'>;

export function standingOf(
  verdicts: Verdicts,
  item: Assigned,
  technique: Technique,
  today: string,
): Standing {
  const row = rowFor(verdicts, item.technique_id, item.level, item.side);
  const open = openLevels(verdicts, technique, item.side).filter((level) => level <= item.level);
  const cleared = open.filter((level) => isCleared(verdicts, item, level, today));
  const level = cleared.at(-1) ?? null;
  if (level === null) return { now: open.length > 0 ? 'clearance' : 'none', row, level };
  const fine = level === item.level && !isTooLong(item, row);
  return { now: fine ? 'fine' : 'softer', row, level };
}

function isCleared(verdicts: Verdicts, item: Assigned, level: Level, today: string): boolean {
  const row = rowFor(verdicts, item.technique_id, level, item.side);
  return needsOf({ written: [], given: givenOf(item) }, row, today).every(isAnswered);
}

function isTooLong(item: Assigned, row: VerdictRow | null): boolean {
  const most = row?.limits.max_hold_s ?? Number.POSITIVE_INFINITY;
  return Object.values(item.dose).some((side) => side.hold_s > most);
}
