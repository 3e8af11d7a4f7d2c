/**
 * A day's items as an overlay leaves them: resting, a level lower (the next one that is left to her and whose tool she
 * owns), shorter. Applied to what the rules of her safety have already passed, so that the strictest of both counts.
 */
import { doseSeconds, setupSeconds, sidesOf } from '../length';
import type { Dose, Item, SideDose } from '../program';
import { owns, stepped } from '../safe-day';
import { shortened } from '../shorter';
import type { DoseRule } from './decide';
import type { Overlay } from './overlay';

export interface Resting {
  item: Item;
  /** Null: it would have to be softer, and there is no softer way for her. */
  rule: DoseRule | null;
}

export interface DosedDay {
  items: Item[];
  resting: Resting[];
}

/** One breath: no hold goes below it. */
const BREATH_S = 8;

/** The items of one date; `owned`: the tools she has at home, null while she was not asked. */
export function dosed(items: readonly Item[], overlay: Overlay, owned: readonly string[] | null): DosedDay {
  const day = waysLeft(items, overlay, owned);
  const ways = day.items.map((item) => {
    const cut = shorter(item, overlay.cuts[item.technique_id] ?? 0);
    return overlay.gentle ? softer(cut, owned) : cut;
  });
  const { budget_s } = overlay;
  return { ...day, items: budget_s === null ? ways : shortened(ways, budget_s, withDose) };
}

/** What rests and at which level the others are done, without how long: so far a session under way follows, too. */
export function waysLeft(
  items: readonly Item[],
  overlay: Overlay,
  owned: readonly string[] | null,
): DosedDay {
  const day: DosedDay = { items: [], resting: [] };
  for (const item of items) {
    const { technique_id, level } = item;
    const rule = overlay.stopped ? 'D01' : (overlay.paused[technique_id] ?? null);
    const way = rule ? null : atMost(item, overlay.max_level[technique_id] ?? level, owned);
    if (way) day.items.push(way);
    else day.resting.push({ item, rule });
  }
  return day;
}

function atMost(item: Item, level: number, owned: readonly string[] | null): Item | null {
  if (item.level <= level) return item;
  const { swaps } = item.snapshot;
  const way = swaps.find((swap) => swap.tool === null && swap.level <= level && owns(owned, swap.tools));
  if (!way) return null;
  const lower = stepped(item, way);
  return withDose(lower, lower.dose);
}

/** One step softer: a level lower where there is one, else a quarter shorter. */
function softer(item: Item, owned: readonly string[] | null): Item {
  return atMost(item, item.level - 1, owned) ?? shorter(item, 1);
}

function shorter(item: Item, cuts: number): Item {
  let { dose } = item;
  for (let cut = 0; cut < cuts; cut += 1) {
    dose = Object.fromEntries(sidesOf(dose).map(([side, given]) => [side, quarterLess(given)]));
  }
  return cuts > 0 ? withDose(item, dose) : item;
}

function quarterLess({ spots, hold_s, roll_s, move_s }: SideDose): SideDose {
  return {
    spots,
    hold_s: threeQuarters(hold_s),
    roll_s: threeQuarters(roll_s),
    move_s: threeQuarters(move_s),
  };
}

function threeQuarters(seconds: number): number {
  return Math.max(Math.min(BREATH_S, seconds), Math.floor((seconds * 3) / 4));
}

function withDose(item: Item, dose: Dose): Item {
  return { ...item, dose, dose_s: doseSeconds(dose), setup_s: setupSeconds(dose) };
}
