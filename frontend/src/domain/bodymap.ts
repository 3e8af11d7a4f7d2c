/** Where it hurts: the latest marks, those of about a week before, and what changed between them. */
import { AREAS, type Area, areaKey, type Mark, SIDES_OF, sameArea } from './body-places';
import { daysBetween } from './days';
import { stamp } from './stamp';
import type { BodyLog } from './types';

/** All marks of one moment: a log of kind `body`. It replaces the set before it. */
export interface MarkSet {
  id: string;
  date: string;
  at: string;
  marks: Mark[];
}

/** none: nothing hurt, then and now. */
export type Where = 'none' | 'new' | 'gone' | 'same' | 'moved' | 'shrank' | 'spread';
/** The sum of all strengths. */
export type How = 'eased' | 'stronger' | 'level';

export interface Change {
  where: Where;
  how: How;
  /** Jaccard distance of the two sets of marked areas: 0 the same, 1 nothing in common. */
  distance: number;
  /** Told when it moved: the strongest place that went and the strongest that came. */
  from: Area | null;
  to: Area | null;
}

/**
 * Below this share of difference it is the same place: one area of six or more may be a finger's width.
 * Own choice; from here on something that can be named has changed.
 */
const SAME_BELOW = 0.2;
/** From this share on, where some areas went and others came, it moved. Own choice: at least half is elsewhere. */
const MOVED_FROM = 0.5;
/** A sum of strengths that changes by less is told as level: two points and a fifth, near what people call a change. */
const LEAST_POINTS = 2;
const LEAST_SHARE = 0.2;

const WEEK = 7;
/** Sets nearer than this are the same week's; farther than six weeks they are another story. */
const NEAREST = 4;
const FARTHEST = 42;

/** The log that says where it hurts now. */
export function bodyLog(marks: readonly Mark[], id: string, now: number, tz: string): BodyLog {
  const plain = marks.map(({ region, side, strength }) => ({ region, side, strength }));
  return { ...stamp(id, now, tz), kind: 'body', marks: plain };
}

export function isBody(log: { kind: string }): log is BodyLog {
  return log.kind === 'body';
}

/** The marks with this area at this strength. */
export function marked(marks: readonly Mark[], area: Area, strength: number): Mark[] {
  const mark: Mark = { region: area.region, side: area.side, strength };
  const known = marks.some((one) => sameArea(one, area));
  return known ? marks.map((one) => (sameArea(one, area) ? mark : one)) : [...marks, mark];
}

export function unmarked(marks: readonly Mark[], area: Area): Mark[] {
  return marks.filter((one) => !sameArea(one, area));
}

export function strengthAt(marks: readonly Mark[], area: Area): number | null {
  return marks.find((one) => sameArea(one, area))?.strength ?? null;
}

/** Every set that was not taken back, newest first. An area that stands twice in a log counts once, the stronger. */
export function markSets(
  logs: readonly { id: string; kind: string }[],
  voided: ReadonlySet<string>,
): MarkSet[] {
  return logs
    .filter((log): log is BodyLog => isBody(log) && !voided.has(log.id))
    .map((log) => ({ id: log.id, date: log.local_date, at: log.recorded_at, marks: once(log.marks) }))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1));
}

/** The newest set and the one nearest to a week before it (four days to six weeks); null where there is none. */
export function twoWeeks(sets: readonly MarkSet[]): { now: MarkSet; before: MarkSet | null } | null {
  const now = sets[0];
  if (!now) return null;
  let before: MarkSet | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const set of sets) {
    const apart = daysBetween(set.date, now.date);
    if (apart < NEAREST || apart > FARTHEST || Math.abs(apart - WEEK) >= nearest) continue;
    nearest = Math.abs(apart - WEEK);
    before = set;
  }
  return { now, before };
}

/** The marks of today (to go on with) and the last ones of an earlier day (to be seen behind them). */
export function marksOfDay(
  sets: readonly MarkSet[],
  today: string,
): { today: MarkSet | null; last: MarkSet | null } {
  return {
    today: sets.find((set) => set.date === today) ?? null,
    last: sets.find((set) => set.date < today) ?? null,
  };
}

/**
 * What changed from one set to another. Where one set of areas lies wholly within the other it shrank or spread,
 * however far; where some went and others came, half or more of difference is a move, and less follows the number.
 */
export function change(before: readonly Mark[], now: readonly Mark[]): Change {
  const [then, here] = [cover(before), cover(now)];
  const shared = [...here].filter((cell) => then.has(cell)).length;
  const all = then.size + here.size - shared;
  const distance = all === 0 ? 0 : (all - shared) / all;
  const where = whereTo(then.size, here.size, shared, distance);
  const moved = where === 'moved';
  return {
    where,
    how: howStrong(sum(before), sum(now)),
    distance,
    from: moved ? strongestOutside(before, here) : null,
    to: moved ? strongestOutside(now, then) : null,
  };
}

function whereTo(then: number, here: number, shared: number, distance: number): Where {
  if (then === 0) return here === 0 ? 'none' : 'new';
  if (here === 0) return 'gone';
  if (distance < SAME_BELOW) return 'same';
  const nested = shared === then || shared === here;
  if (!nested && distance >= MOVED_FROM) return 'moved';
  if (here === then) return 'same';
  return here < then ? 'shrank' : 'spread';
}

function howStrong(before: number, now: number): How {
  const by = Math.abs(now - before);
  if (by < LEAST_POINTS || by < LEAST_SHARE * Math.max(before, now)) return 'level';
  return now < before ? 'eased' : 'stronger';
}

/** All halves that are marked. */
function cover(marks: readonly Mark[]): Set<string> {
  return new Set(marks.filter(({ strength }) => strength > 0).flatMap(halves));
}

/**
 * Areas are compared in halves of a place. A mark in the middle lies on both of them, so that a low back that hurts
 * in the middle and then on the left has shrunk, not moved. The whole body is every half there is.
 */
function halves(area: Area): string[] {
  if (area.region === 'whole_body') return EVERYWHERE;
  const sides: readonly string[] = SIDES_OF[area.region] ?? [area.side];
  return area.side === 'middle' && sides.length > 1
    ? [`${area.region}/left`, `${area.region}/right`]
    : [areaKey(area)];
}

const EVERYWHERE: string[] = [
  ...new Set(AREAS.filter(({ region }) => region !== 'whole_body' && region !== 'scar_area').flatMap(halves)),
];

function strongestOutside(marks: readonly Mark[], cells: ReadonlySet<string>): Area | null {
  return marks
    .filter((mark) => mark.strength > 0 && halves(mark).some((cell) => !cells.has(cell)))
    .reduce<Mark | null>((top, mark) => (top && top.strength >= mark.strength ? top : mark), null);
}

function sum(marks: readonly Mark[]): number {
  return marks.reduce((total, { strength }) => total + strength, 0);
}

function once(marks: readonly Mark[]): Mark[] {
  return marks.reduce<Mark[]>((known, mark) => {
    const strength = Math.max(strengthAt(known, mark) ?? 0, mark.strength);
    return marked(known, mark, strength);
  }, []);
}
