import type { Dose, Side, SideDose } from './program';

/** Getting into place, once an item. */
export const PLACE_S = 12;
/** Finding a spot; then it goes on by itself. */
export const FIND_S = 8;
/** Turning to the other side. */
export const TURN_S = 2;

const ORDER: readonly Side[] = ['left', 'right', 'both'];

interface Measured {
  dose_s: number;
  with_setup_s: number;
}

/** The sides that a dose is given for, in the order in which they are played. */
export function sidesOf(dose: Dose): [Side, SideDose][] {
  return ORDER.flatMap((side) => {
    const given = dose[side];
    return given ? [[side, given] as [Side, SideDose]] : [];
  });
}

/** Seconds of holding, rolling and moving on one side. */
export function sideSeconds(dose: SideDose): number {
  return dose.spots * dose.hold_s + dose.roll_s + dose.move_s;
}

export function doseSeconds(dose: Dose): number {
  return sidesOf(dose).reduce((sum, [, side]) => sum + sideSeconds(side), 0);
}

/** 12 s to get in place, 8 s to find each spot (at least one a side), 2 s to turn over. */
export function setupSeconds(dose: Dose): number {
  const sides = sidesOf(dose);
  const finds = sides.reduce((sum, [, side]) => sum + Math.max(side.spots, 1), 0);
  return PLACE_S + finds * FIND_S + Math.max(sides.length - 1, 0) * TURN_S;
}

/** Seconds of the items of one day. */
export function dayLength(items: readonly { dose: Dose }[]): Measured {
  const dose_s = items.reduce((sum, item) => sum + doseSeconds(item.dose), 0);
  return { dose_s, with_setup_s: dose_s + items.reduce((sum, item) => sum + setupSeconds(item.dose), 0) };
}

/** The length of each weekday (0 = Monday) and of the heaviest: most dose, then most set-up. */
export function weekLength(program: {
  days: number[];
  items: readonly { days: number[] | null; dose: Dose }[];
}): { week: Measured[]; heaviest: Measured } {
  const week = [0, 1, 2, 3, 4, 5, 6].map((day) =>
    dayLength(program.items.filter((item) => (item.days ?? program.days).includes(day))),
  );
  const heaviest = week.reduce((best, day) => (heavier(day, best) ? day : best));
  return { week, heaviest };
}

function heavier(a: Measured, b: Measured): boolean {
  return a.dose_s > b.dose_s || (a.dose_s === b.dose_s && a.with_setup_s > b.with_setup_s);
}
