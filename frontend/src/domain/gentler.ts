import { without } from './changes';
import { setAside } from './marks';
import { phasesOf } from './phases';
import { type PlannedItem, type Way, wayOf, withDose } from './planned';
import type { Dose, SideDose, Swap } from './program';
import { fitted } from './swap';
import { currentItem, currentPhase, secondsDone, unplayed, type Walk } from './walk';

/** Less than one breath is not worth a new set-up. */
const LEAST_S = 8;
/** The dose engine's step back at the lowest level (D05): a quarter less. */
const LIGHTER = 0.75;

/** Just too much: the rest of the item goes on by a softer swap, within the time that was assigned. */
export function soften(walk: Walk, swap: Swap): Walk {
  return goneOn(walk, wayOf(swap), (own, left, item) =>
    fitted(swap.level === item.level ? own : swap.dose, left),
  );
}

/** Just too much and no softer way known: the same with less weight, for a quarter less of what is left. */
export function lighten(walk: Walk): Walk {
  return goneOn(walk, {}, (own, left) => fitted(own, Math.max(LEAST_S, left * LIGHTER)));
}

type RestOfSide = (own: SideDose, leftS: number, item: PlannedItem) => SideDose;

/** The current item from its current side on: set up again, done another way, with another dose. */
function goneOn(walk: Walk, way: Partial<Way>, restOf: RestOfSide): Walk {
  const phase = currentPhase(walk);
  const item = currentItem(walk);
  if (!phase || !item) return walk;
  const rest = item.sides.slice(item.sides.findIndex(({ side }) => side === phase.side));
  const dose: Dose = {};
  for (const { side, planned_s } of rest) {
    const left = planned_s - secondsDone(walk, item.key, side);
    const own = item.dose[side];
    if (own && left >= LEAST_S) dose[side] = restOf(own, left, item);
  }
  const changed = withDose({ ...item, ...way }, dose);
  const cut = without(
    walk,
    (other) => other.itemKey === item.key && rest.some(({ side }) => side === other.side),
  );
  const sides = item.sides.map((planned) => {
    const now = changed.sides.find(({ side }) => side === planned.side);
    return now ? { ...now, planned_s: secondsDone(walk, item.key, now.side) + now.planned_s } : planned;
  });
  return {
    ...cut,
    marks: setAside(walk.marks ?? {}, item.key),
    items: cut.items.map((other) => (other.key === item.key ? { ...changed, sides } : other)),
    phases: cut.phases.toSpliced(cut.at, 0, ...unplayed(phasesOf(changed))),
  };
}
