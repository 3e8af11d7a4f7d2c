/** How a target stands, and how it stands after a decision. */
import type { Decision as Ruling } from './decide';
import type { Dose1, DoseProgram } from './history';
import { ALL, type Layers } from './overlay';
import { heaviestS } from './seconds';

/** What rests or is stopped takes no seconds. A technique that the program does not have has no level. */
export function stateOf(program: DoseProgram, layers: Layers, target: string, stopped: boolean): Dose1 {
  const { cuts: all, budget_s } = layers;
  if (target === ALL) {
    const s = stopped ? 0 : heaviestS(program.items, all, budget_s);
    return { paused: stopped, level: null, cuts: 0, budget_s, s };
  }
  const [paused, cuts] = [layers.rests(target), all[target] ?? 0];
  const level = levelOf(program, layers, target);
  return { paused, level, cuts, budget_s: null, s: playedS(program, target, paused, cuts) };
}

/** The highest level at which it is to be done; it may stand in the program twice. */
export function levelOf({ items }: DoseProgram, layers: Layers, target: string): number | null {
  const levels = items.flatMap((item) => (item.technique_id === target ? [item.level] : []));
  if (levels.length === 0) return null;
  const most = Math.max(...levels);
  return Math.min(most, layers.max_level[target] ?? most);
}

/**
 * The state after a decision. D06 lets no technique be above level 1; a step back ends the rest for a reaction, and takes
 * a level, at level 1 a quarter of the time.
 */
export function changed(
  program: DoseProgram,
  layers: Layers,
  target: string,
  ruling: Ruling,
  before: Dose1,
): Dose1 {
  const { rule, decision, new_s } = ruling;
  if (rule === 'D01') return { ...before, paused: true, s: 0 };
  if (target === ALL) {
    const level = rule === 'D06' ? 1 : null;
    return { ...before, level, budget_s: new_s, s: before.paused ? 0 : new_s };
  }
  if (decision !== 'STEP_BACK') return { ...before, paused: true, s: 0 };
  const paused = layers.hurting.has(target) || (before.paused && rule !== 'D03');
  if (before.level === null) return { ...before, paused };
  const isLowest = before.level === 1;
  const level = isLowest ? 1 : before.level - 1;
  const cuts = before.cuts + (isLowest ? 1 : 0);
  return { paused, level, cuts, budget_s: null, s: playedS(program, target, paused, cuts) };
}

/** Of one technique, on the day with most of it. */
export function secondsOf({ items }: DoseProgram, target: string, cuts: number): number {
  const own = items.filter((item) => item.technique_id === target);
  return heaviestS(own, { [target]: cuts });
}

function playedS(program: DoseProgram, target: string, paused: boolean, cuts: number): number {
  return paused ? 0 : secondsOf(program, target, cuts);
}
