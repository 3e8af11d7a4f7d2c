import { doseSeconds, sideSeconds, sidesOf } from './length';
import type { Dose, SideDose } from './program';

/**
 * The first meaningful part of a day within a budget of dose seconds: whole items from the front, then
 * as many whole spots of the next one as fit, on all of its sides alike where that is possible.
 */
export function shortened<Timed extends { dose: Dose }>(
  items: readonly Timed[],
  budgetS: number,
  withDose: (item: Timed, dose: Dose) => Timed,
): Timed[] {
  const played: Timed[] = [];
  let left = budgetS;
  for (const item of items) {
    const whole = doseSeconds(item.dose);
    if (whole <= left) {
      played.push(item);
      left -= whole;
      continue;
    }
    const part = partOf(item.dose, left) ?? (played.length === 0 ? clipped(item.dose, left) : null);
    if (part) played.push(withDose(item, part));
    break;
  }
  return played;
}

/** The largest part within the budget: on every side alike, else on the first side alone. */
function partOf(dose: Dose, budgetS: number): Dose | null {
  const shared = Math.floor(budgetS / sidesOf(dose).length);
  const rolls = sidesOf(dose).every(([, side]) => side.spots === 0 && side.roll_s > 0);
  const alike = rolls
    ? [mapSides(dose, (side) => ({ ...side, roll_s: Math.min(side.roll_s, shared), move_s: 0 }))]
    : candidates(dose);
  return largest(alike, budgetS) ?? largest(candidates(firstSide(dose)), budgetS);
}

function largest(doses: Dose[], budgetS: number): Dose | null {
  let best: Dose | null = null;
  for (const dose of doses) {
    const seconds = doseSeconds(dose);
    if (seconds > 0 && seconds <= budgetS && (best === null || seconds > doseSeconds(best))) best = dose;
  }
  return best;
}

/** Fewer spots, with and without the roll; the small movement belongs to the whole only. */
function candidates(dose: Dose): Dose[] {
  const sides = sidesOf(dose);
  const most = Math.max(...sides.map(([, side]) => side.spots));
  const counts = Array.from({ length: most + 1 }, (_, at) => most - at);
  return counts.flatMap((spots) => [part(dose, spots, true), part(dose, spots, false)]);
}

function part(dose: Dose, spots: number, roll: boolean): Dose {
  return mapSides(dose, (side) => ({
    spots: Math.min(side.spots, spots),
    hold_s: side.hold_s,
    roll_s: roll ? side.roll_s : 0,
    move_s: 0,
  }));
}

/** Where not even one whole unit fits: the first one, for as long as the budget lasts. */
function clipped(dose: Dose, budgetS: number): Dose {
  return mapSides(firstSide(dose), (side) => {
    if (side.spots > 0) return { spots: 1, hold_s: Math.min(side.hold_s, budgetS), roll_s: 0, move_s: 0 };
    const roll_s = Math.min(side.roll_s, budgetS);
    return { spots: 0, hold_s: 0, roll_s, move_s: roll_s > 0 ? 0 : Math.min(side.move_s, budgetS) };
  });
}

function firstSide(dose: Dose): Dose {
  const played = sidesOf(dose).filter(([, side]) => sideSeconds(side) > 0);
  return Object.fromEntries(played.slice(0, 1));
}

function mapSides(dose: Dose, change: (side: SideDose) => SideDose): Dose {
  return Object.fromEntries(sidesOf(dose).map(([side, given]) => [side, change(given)]));
}
