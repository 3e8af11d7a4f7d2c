import { doseSeconds, sideSeconds, sidesOf } from './length';
import type { Dose, Item, Side, SideDose, Swap } from './program';

/**
 * The dose of an item when it is done by a swap. At the same level the therapist's own dose stays; at
 * another level the swap's dose comes in, cut so that no side gets more time than was assigned.
 */
export function swappedDose(item: Pick<Item, 'level' | 'dose'>, swap: Swap): Dose {
  if (swap.level === item.level) return item.dose;
  const sides = swappedSides(item.dose, swap.dose.sides);
  const dose: Dose = {};
  for (const side of sides) {
    const own = item.dose[side];
    dose[side] = fitted(swap.dose, own ? sideSeconds(own) : doseSeconds(item.dose) / sides.length);
  }
  return dose;
}

/** The ways that do without the tool of an item. */
export function withoutTool(item: Pick<Item, 'snapshot'>): Swap[] {
  return item.snapshot.swaps.filter((swap) => swap.reason === 'tool');
}

/** A side's dose within a budget of seconds: fewer spots first, whole ones; then shorter rolls and moves. */
export function fitted(dose: SideDose, budgetS: number): SideDose {
  const budget = Math.floor(budgetS);
  const hold_s = Math.min(dose.hold_s, budget);
  const most = hold_s > 0 ? Math.floor(budget / hold_s) : dose.spots;
  const spots = Math.min(dose.spots, most);
  const roll_s = Math.min(dose.roll_s, budget - spots * hold_s);
  return { spots, hold_s, roll_s, move_s: Math.min(dose.move_s, budget - spots * hold_s - roll_s) };
}

/** One chosen side stays that side; two sides become one timer, or one becomes two, as the level asks. */
function swappedSides(dose: Dose, levelSides: number): Side[] {
  const assigned = sidesOf(dose).map(([side]) => side);
  if (levelSides === 1 && assigned.length === 2) return ['both'];
  if (levelSides === 2 && assigned[0] === 'both') return ['left', 'right'];
  return assigned;
}
