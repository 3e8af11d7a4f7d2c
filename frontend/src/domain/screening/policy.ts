/**
 * What the verdicts stand on, as data: `policy.gen.json`, which `make rules` writes from the server's YAML. The same as
 * backend/pith/domain/screening; tests/contract/verdicts.json and the parity test hold both to it. Source: domain.md 2.
 */

/** From laxest to strictest (domain.md 2.4). */
export const RANKS = ['ok', 'warn', 'adapt', 'override', 'block'] as const;
export type Do = (typeof RANKS)[number];
/** Stands in rules and answers for every red flag. */
export const ANY_RED_FLAG = 'any_red_flag';

export type Reach = 'same' | 'same_or_adjacent' | 'same_limb' | 'anywhere';
/** A limit is a number, of which the lowest counts, or a switch that is on. */
export type Limits = Readonly<Record<string, number | true>>;
export type Lists = Readonly<Record<string, readonly string[]>>;

/** Predicates that must all hold. `lists`: ids by predicate; `least`: the lowest `hard` or `level` that is meant. */
export interface Match {
  lists: Lists;
  least: Readonly<{ hard?: number; level?: number }>;
}

export interface Rule extends Match {
  id: string;
  when: readonly string[];
  /** How near a flag's place has to be. */
  site: Reach;
  do: Do;
  needs: string | null;
  limits: Limits;
}

/** `placed`: the flag has a place. `site`, `exclude_where`: how a technique's own lists read it. */
export interface FlagKind {
  placed: boolean;
  site: Reach;
  exclude_where: readonly Match[];
}

/** Phases as [flag, first day], in order; `ends` is the first day after the last one, null when none is. */
export interface Timeline {
  phases: readonly (readonly [string, number])[];
  ends: number | null;
  by_itself: boolean;
}

/** One way in which an answer raises `flags`; `kind` says what `value` means. */
export interface RaiseIf {
  kind: string;
  value: string | number;
  flags: readonly string[];
  unless_agreed: boolean;
}

/** One question of the intake. `safety`: the program waits for its answer. `show_if`: the answers of other questions
 * after which it is asked. */
export interface Asked {
  id: string;
  safety: boolean;
  show_if: Lists;
}

export interface BodyMap {
  adjacent: Lists;
  limbs: Lists;
  limbs_lymphoedema: Lists;
  site_only: Lists;
}

export interface ScreenedLevel {
  load: string;
  style: string;
  hard: number;
  tools: readonly string[];
  props: readonly string[];
  pos: readonly string[];
  near: readonly string[];
}

/** What rules read of a technique. `levels` are 1, 2, 3 in order. */
export interface Screened {
  id: string;
  regions: readonly string[];
  exclude: readonly string[];
  caution: readonly string[];
  levels: readonly ScreenedLevel[];
}

/** One place that a threshold moves: a rule's limit, a day of the timeline of flag `id`, or the number `id`. */
export interface Pointer {
  kind: 'rule' | 'timeline' | 'number';
  id: string;
  name: string;
}

/** A number that a practice may move from `low` to `high`. */
export interface Threshold {
  at: readonly Pointer[];
  low: number;
  high: number;
}

export interface Policy {
  flags: Readonly<Record<string, FlagKind>>;
  red_flags: readonly string[];
  rules: readonly Rule[];
  /** By each flag of theirs. */
  timelines: Readonly<Record<string, Timeline>>;
  questions: Readonly<Record<string, readonly RaiseIf[]>>;
  /** In the order in which they are asked. */
  intake: readonly Asked[];
  /** For each question of the daily check: the questions of the intake that one of its answers asks again. */
  reask: Readonly<Record<string, Lists>>;
  body: BodyMap;
  /** What no rule holds. */
  numbers: Readonly<Record<'pain_gate' | 'pause_days' | 'reask_days' | 'override_days', number>>;
  thresholds: Readonly<Record<string, Threshold>>;
  techniques: Readonly<Record<string, Screened>>;
}

export type Level = 1 | 2 | 3;

/** What predicates read of a technique at one level; `regions` are its own and those of a marked scar. */
export interface Tags {
  lists: ReadonlyMap<string, readonly string[]>;
  hard: number;
  level: number;
}

export function levelOf(technique: Screened, level: Level): ScreenedLevel {
  return technique.levels[level - 1] as ScreenedLevel;
}

export function tagsOf(technique: Screened, number: Level, regions: readonly string[]): Tags {
  const level = levelOf(technique, number);
  const lists = new Map<string, readonly string[]>([
    ['technique', [technique.id]],
    ['region', regions],
    ['load', [level.load]],
    ['style', [level.style]],
    ['near', level.near],
    ['tool', level.tools],
    ['prop', level.props],
    ['pos', level.pos],
  ]);
  return { lists, hard: level.hard, level: number };
}

/** Whether every predicate holds for what `tags` tell of the technique. */
export function holds(match: Match, tags: Tags): boolean {
  const { hard = tags.hard, level = tags.level } = match.least;
  if (tags.hard < hard || tags.level < level) return false;
  for (const name in match.lists) {
    if (!fits(name, match.lists[name] as readonly string[], tags)) return false;
  }
  return true;
}

function fits(name: string, wanted: readonly string[], tags: Tags): boolean {
  const at = name.indexOf('_');
  const has = tags.lists.get(at < 0 ? name : name.slice(0, at)) as readonly string[];
  if (name.endsWith('_not')) return !has.some((id) => wanted.includes(id));
  if (name.endsWith('_only')) return has.every((id) => wanted.includes(id));
  return has.some((id) => wanted.includes(id));
}
