import { FIND_S, PLACE_S, sidesOf, TURN_S } from './length';
import type { PlannedItem } from './planned';
import type { Side, SideDose } from './program';

export type PhaseKind = 'setup' | 'find' | 'hold' | 'roll' | 'move' | 'turn';

/** One stretch of time that the player counts down. */
export interface Phase {
  kind: PhaseKind;
  itemKey: string;
  side: Side;
  /** 1-based; 0 where the phase is about no spot. */
  spot: number;
  spots: number;
  seconds: number;
  /** Counts as dose; else it is set-up. */
  dose: boolean;
}

/** An item's phases in playing order. Their seconds add up to its dose and its set-up. */
export function phasesOf(item: PlannedItem): Phase[] {
  const [first] = sidesOf(item.dose);
  if (!first) return [];
  const place: Phase = phase('setup', item.key, first[0], PLACE_S);
  return [place, ...sidesOf(item.dose).flatMap(([side, dose], at) => sidePhases(item, side, dose, at > 0))];
}

function sidePhases(item: PlannedItem, side: Side, dose: SideDose, turn: boolean): Phase[] {
  const { key } = item;
  const roll = phase('roll', key, side, dose.roll_s);
  const holds = holdPhases(key, side, dose);
  const rollFirst = item.style === 'slow_roll' || dose.spots === 0;
  const phases = rollFirst ? [roll, ...holds] : [...holds, roll];
  phases.push(phase('move', key, side, dose.move_s));
  if (dose.spots === 0) phases.unshift(phase('find', key, side, FIND_S));
  if (turn) phases.unshift(phase('turn', key, side, TURN_S));
  return phases.filter(({ seconds }) => seconds > 0);
}

function holdPhases(key: string, side: Side, dose: SideDose): Phase[] {
  const spots = Array.from({ length: dose.spots }, (_, at) => at + 1);
  return spots.flatMap((spot) => [
    phase('find', key, side, FIND_S, spot, dose.spots),
    phase('hold', key, side, dose.hold_s, spot, dose.spots),
  ]);
}

function phase(kind: PhaseKind, itemKey: string, side: Side, seconds: number, spot = 0, spots = 0): Phase {
  return {
    kind,
    itemKey,
    side,
    spot,
    spots,
    seconds,
    dose: kind === 'hold' || kind === 'roll' || kind === 'move',
  };
}
