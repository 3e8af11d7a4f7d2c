/**
 * What the rules say about each technique for one client today, as the server tells it
 * (`GET /clients/{id}/verdicts?levels=all`): each level, and one side alone where that is laxer.
 */
import type { Side } from '../program';
import type { Do } from '../screening/policy';
import { type Level, levelOf, type Technique } from './catalogue';

/** The lowest of each number, and switches that are on. */
export interface AppliedLimits {
  max_level?: number;
  max_hold_s?: number;
  discomfort_ceiling?: number;
  tools_max_hard?: number;
  use_alternative_pos?: boolean;
  small_movement?: boolean;
  slow_lane?: boolean;
}

/** One rule that speaks, because of these flags. */
export interface Finding {
  rule: string;
  flags: { id: string; label: string }[];
  verdict: Exclude<Do, 'ok'>;
  needs: string | null;
  limits: AppliedLimits;
  reason: string;
}

export interface Alternative {
  technique_id: string;
  level: Level;
  why: 'same_region' | 'same_line' | 'ease';
}

export interface VerdictRow {
  technique_id: string;
  level: Level;
  side: Side;
  verdict: Do;
  /** Who must have agreed; empty unless this can be overridden. */
  needs: string[];
  limits: AppliedLimits;
  /** Strictest first. */
  findings: Finding[];
  /** The rules, flags and places that an override would be given for. */
  basis: string;
  /** So long one counts in this practice. */
  cleared_days: number;
  alternatives: Alternative[];
  /** Tools of this level that the client does not own. */
  tools_missing: string[];
}

export type Verdicts = ReadonlyMap<string, VerdictRow>;

export const LEVELS: readonly Level[] = [1, 2, 3];
const SIDES: readonly Side[] = ['both', 'left', 'right'];

export function verdictsOf(rows: readonly VerdictRow[]): Verdicts {
  return new Map(rows.map((row) => [keyOf(row.technique_id, row.level, row.side), row]));
}

/** What is said about a technique at a level on a side; null where the server knows nothing of it. */
export function rowFor(verdicts: Verdicts, id: string, level: number, side: Side): VerdictRow | null {
  return verdicts.get(keyOf(id, level, side)) ?? verdicts.get(keyOf(id, level, 'both')) ?? null;
}

/** The levels that may be assigned on that side, some of them only with a clearance. */
export function openLevels(verdicts: Verdicts, technique: Technique, side: Side): Level[] {
  return LEVELS.filter((level) => isOpen(technique, level, rowFor(verdicts, technique.id, level, side)));
}

/** How a technique can enter the program: gentle first, on both sides if that may be. */
export interface Entry {
  level: Level;
  side: Side;
  row: VerdictRow | null;
}

/** Null where no level of it is open on any side. */
export function entryOf(verdicts: Verdicts, technique: Technique): Entry | null {
  for (const side of SIDES) {
    const level = openLevels(verdicts, technique, side)[0];
    if (level !== undefined) return { level, side, row: rowFor(verdicts, technique.id, level, side) };
  }
  return null;
}

/** The strictest rule of a row, the one to put into words first. */
export function firstFinding(row: VerdictRow): Finding | null {
  return row.findings[0] ?? null;
}

function isOpen(technique: Technique, level: Level, row: VerdictRow | null): boolean {
  if (!row) return true;
  const { max_level = level, tools_max_hard = Number.POSITIVE_INFINITY } = row.limits;
  return row.verdict !== 'block' && level <= max_level && levelOf(technique, level).hard <= tools_max_hard;
}

function keyOf(id: string, level: number, side: Side): string {
  return `${id} ${level} ${side}`;
}
