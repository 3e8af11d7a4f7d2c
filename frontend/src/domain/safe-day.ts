/**
 * What a client may do today of what was assigned to her: as assigned, softer (the next lower level that the rules leave
 * her and whose tool she owns) or not at all, each with the finding that says why. The strictest of the assigned level
 * and of the one it is clipped to counts, so that a further flag never allows more. Source: domain.md 2.4, DECISIONS
 * "Verdict, dose, flags". The server does the same when it assigns (domain/program_safety.py).
 */
import { doseSeconds, setupSeconds, sidesOf } from './length';
import type { Dose, Item, Swap } from './program';
import {
  type Active,
  basisOf,
  type Finding,
  judge,
  type Level,
  levelOf,
  type Override,
  type Person,
  type Policy,
  permits,
  personOf,
  RANKS,
  type Screened,
  strictest,
  type Verdict,
} from './screening';
import { swappedDose } from './swap';

export interface Held {
  item: Item;
  finding: Finding;
}

/** `items`: what may be done, as it may be done; `care`: what to heed while doing it. */
export interface SafeDay {
  items: Item[];
  softer: Held[];
  paused: Held[];
  care: Held[];
}

export interface Known {
  policy: Policy;
  /** The flags that are on today. */
  active: readonly Active[];
  /** The tools she has at home; null while she was not asked. */
  owned: readonly string[] | null;
  today: string;
}

/** What stands for a tool where none is needed: nobody can be without them. */
const BARE = ['none', 'hands'];
const HARDEST = 3;
/** A press longer than any. */
const LONGEST_S = 180;
/** The server has read the reason of an override and keeps it at the desk. */
const READ_THERE = 'read by the server';

export function safeDay(items: readonly Item[], known: Known): SafeDay {
  const person = personOf(known.policy, known.active);
  const day: SafeDay = { items: [], softer: [], paused: [], care: [] };
  for (const item of items) {
    const { way, why, heed } = wayToday(item, person, known);
    if (way) day.items.push(way);
    if (why) day[way ? 'softer' : 'paused'].push({ item: way ?? item, finding: why });
    for (const finding of heed) day.care.push({ item, finding });
  }
  return day;
}

/** `way`: how it may be done; `why`: what changed it; `heed`: what else the rules say of it. */
interface Today {
  way: Item | null;
  why: Finding | null;
  heed: readonly Finding[];
}

function wayToday(item: Item, person: Person, known: Known): Today {
  const technique = item.technique?.screened ?? known.policy.techniques[item.technique_id];
  if (!technique) return unknown(item, known.active);
  const sides = new Set(item.side === 'both' ? ['left', 'right'] : [item.side]);
  const readings = item.technique?.now ? [technique, item.technique.now] : [technique];
  const at = (number: number, swap: Swap | null = null) => {
    const use = { level: number as Level, sides, marks: item.marks ?? [] };
    return strictest(
      readings.map((one) => judge(person, { ...use, technique: swap ? withSwap(one, swap) : one })),
    );
  };
  const found = at(item.level);
  const overrides = overridesOf(item);
  const { override_days } = known.policy.numbers;
  const stands = (ruled: Verdict, level: number) =>
    permits(ruled, level, overrides, basisOf(ruled, known.active), known.today, override_days);
  const may = (ruled: Verdict, level: number, hard: number) =>
    stands(ruled, level) && fits([found, ruled], level, hard);
  const swaps = item.snapshot.swaps.flatMap((swap) => {
    const ruled = at(swap.level, swap.tool === null ? null : swap);
    const dose = { ...swap.dose, ...held(swap.dose, [found, ruled]) };
    // At the item's own level its own dose stays: a tool that may be held for less time only is not offered.
    const longest = swap.level === item.level ? sidesOf(item.dose).map(([, side]) => side) : [];
    const asLong = longest.every((side) => held(side, [found, ruled]).hold_s === held(side, [found]).hold_s);
    return asLong && may(ruled, swap.level, swap.hard) ? [{ ...swap, dose }] : [];
  });
  const own = { ...item, snapshot: { ...item.snapshot, swaps } };
  if (may(found, item.level, levelOf(technique, item.level as Level).hard)) {
    const way = within(own, [found]);
    return way.dose_s < item.dose_s
      ? { way, why: limiting(found), heed: [] }
      : { way, why: null, heed: found.findings };
  }
  const why = refusing(found, (alone) => stands(alone, item.level));
  const step = swaps.find(
    (swap) => swap.tool === null && isSoft(at(swap.level)) && owns(known.owned, swap.tools),
  );
  return { way: step ? within(stepped(own, step), [found, at(step.level)]) : null, why, heed: [] };
}

/** A technique newer than this copy of the data cannot be judged: it waits as soon as anything is known of her. */
function unknown(item: Item, active: readonly Active[]): Today {
  const [first] = active;
  if (!first) return { way: item, why: null, heed: [] };
  const why = { rule: 'unknown_flag', flag: first.flag, do: 'block', needs: null, limits: {} } as const;
  return { way: null, why, heed: [] };
}

function overridesOf({ safety }: Item): Override[] {
  const given = safety?.overrides ?? [];
  return given.map(({ role, cleared_on, expires_on, basis, up_to_level }) => ({
    needs: role,
    on: cleared_on,
    expires: expires_on,
    basis,
    level: up_to_level,
    reason: READ_THERE,
  }));
}

/** The limits of the assigned level count at every lower one. */
function fits(ruled: readonly Verdict[], level: number, hard: number): boolean {
  return lowest(ruled, 'max_level', HARDEST) >= level && lowest(ruled, 'tools_max_hard', HARDEST) >= hard;
}

function lowest(ruled: readonly Verdict[], name: string, usual: number): number {
  return Math.min(usual, ...ruled.map(({ limits }) => Number(limits[name] ?? usual)));
}

function isSoft(found: Verdict): boolean {
  return RANKS.indexOf(found.do) <= RANKS.indexOf('adapt');
}

/** Whether she has all of these at home; while she was not asked, it is taken for granted. */
export function owns(owned: readonly string[] | null, tools: readonly string[]): boolean {
  return owned === null || tools.every((tool) => BARE.includes(tool) || owned.includes(tool));
}

/** The technique as it is with another tool at the swap's level. */
function withSwap(technique: Screened, swap: Swap): Screened {
  const { load, style, hard, tools, props, pos } = swap;
  const near = swap.near.map(({ id }) => id);
  const level = { load, style, hard, tools, props, pos, near };
  return {
    ...technique,
    levels: technique.levels.with(swap.level - 1, level) as unknown as Screened['levels'],
  };
}

/** An item at the level of a swap, within the time that was assigned. */
export function stepped(item: Item, swap: Swap): Item {
  const { steps, tools, props, pos, style, load, hard, near } = swap;
  const swaps = item.snapshot.swaps.filter((other) => other.level <= swap.level && other !== swap);
  return {
    ...item,
    level: swap.level,
    dose: swappedDose(item, swap),
    snapshot: { ...item.snapshot, steps, tools, props, pos, style, load, hard, near, swaps },
  };
}

/** With the holds and the ceiling that the rules set. */
function within(item: Item, ruled: readonly Verdict[]): Item {
  const dose: Dose = {};
  for (const [side, given] of sidesOf(item.dose)) dose[side] = { ...given, ...held(given, ruled) };
  const ceiling = lowest(ruled, 'discomfort_ceiling', Number.POSITIVE_INFINITY);
  return {
    ...item,
    dose,
    dose_s: doseSeconds(dose),
    setup_s: setupSeconds(dose),
    ...(ceiling < Number.POSITIVE_INFINITY && { ceiling }),
  };
}

function held({ hold_s }: { hold_s: number }, ruled: readonly Verdict[]): { hold_s: number } {
  return { hold_s: Math.min(hold_s, lowest(ruled, 'max_hold_s', LONGEST_S)) };
}

/** The strictest finding that nobody has answered for, else the one whose limit is in the way. */
function refusing(found: Verdict, stands: (alone: Verdict) => boolean): Finding {
  const open = found.findings.find((one) => {
    const needs = one.needs === null ? [] : [one.needs];
    return !stands({ ...found, do: one.do, needs, findings: [one] });
  });
  return open ?? limiting(found);
}

/** Whatever is clipped is clipped by a limit. */
function limiting({ findings }: Verdict): Finding {
  return findings.find(({ limits }) => Object.keys(limits).length > 0) as Finding;
}
