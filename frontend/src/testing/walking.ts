import type { Reading } from '../domain/clock';
import { entries } from '../domain/entries';
import { planDay } from '../domain/plan';
import type { Item } from '../domain/program';
import { currentPhase, startWalk, tick, type Walk } from '../domain/walk';
import { anItem, aVersion, side } from './plans';

export const TWO_SIDES = anItem({
  key: 'i1',
  technique_id: 'a',
  dose: { left: side(1, 60), right: side(1, 40) },
});
export const CENTRED = anItem({ key: 'i2', technique_id: 'b', dose: { both: side(2, 30) } });

export function begin(...items: Item[]) {
  const at = { perf: 0, wall: 1_700_000_000_000 };
  const walk = startWalk(planDay(aVersion(items), '2026-11-23'), { ...at });
  return { walk, at };
}

/** Lets seconds pass in ticks of a tenth. */
export function play(walk: Walk, at: Reading, seconds: number): Walk {
  let moved = walk;
  for (let tenth = 0; tenth < Math.round(seconds * 10); tenth += 1) {
    at.perf += 100;
    at.wall += 100;
    moved = tick(moved, { ...at });
  }
  return moved;
}

export const where = (walk: Walk) => {
  const phase = currentPhase(walk);
  return phase ? `${phase.kind} ${phase.side} ${phase.itemKey}` : 'over';
};
export const told = (walk: Walk) =>
  entries(walk).map(
    (entry) => `${entry.key} ${entry.side} ${entry.outcome} ${entry.done_s}/${entry.planned_s}`,
  );
