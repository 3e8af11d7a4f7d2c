import {
  type HoldClock,
  leaveClock,
  pauseClock,
  type Reading,
  resumeClock,
  returnClock,
  rewound,
  startClock,
  tickClock,
} from './clock';
import type { SkipReason } from './logs';
import type { Marks } from './marks';
import type { Phase } from './phases';
import type { Plan } from './plan';
import type { PlannedItem } from './planned';
import type { Side } from './program';

/** Back within this time goes to the phase before; later it begins the phase again. */
const BACK_MS = 3000;

export interface PlayedPhase extends Phase {
  /** Milliseconds reached in it; a repeat never adds to them. */
  done_ms: number;
}

/**
 * A session being walked through. Plain data: it is the draft that survives a reload. The actions other
 * than `tick` begin where the newest tick stands.
 */
export interface Walk {
  items: PlannedItem[];
  phases: PlayedPhase[];
  /** Index of the current phase; `phases.length` when the walk is over. */
  at: number;
  clock: HoldClock;
  /** Milliseconds of phases that left the list, by `key/side`. */
  carried_ms: Record<string, number>;
  skipped: Record<string, SkipReason | null>;
  /** Items of a technique that hurt, with the side on which it did (null for another item of it). */
  stopped: Record<string, Side | null>;
  /** How the spots were, as far as it was said; a draft of an older app has none. */
  marks?: Marks;
}

export function startWalk(plan: Pick<Plan, 'items' | 'phases'>, at: Reading): Walk {
  return {
    items: plan.items,
    phases: unplayed(plan.phases),
    at: 0,
    clock: startClock(at),
    carried_ms: {},
    skipped: {},
    stopped: {},
  };
}

export function unplayed(phases: readonly Phase[]): PlayedPhase[] {
  return phases.map((phase) => ({ ...phase, done_ms: 0 }));
}

export function isOver(walk: Walk): boolean {
  return walk.at >= walk.phases.length;
}

export function currentPhase(walk: Walk): PlayedPhase | null {
  return walk.phases[walk.at] ?? null;
}

export function currentItem(walk: Walk): PlannedItem | null {
  const key = currentPhase(walk)?.itemKey;
  return walk.items.find((item) => item.key === key) ?? null;
}

/** "3 of 5", over the items that are still played. */
export function place(walk: Walk): { number: number; of: number } {
  const keys = [...new Set(walk.phases.map((phase) => phase.itemKey))];
  const key = currentPhase(walk)?.itemKey;
  return { number: key === undefined ? keys.length : keys.indexOf(key) + 1, of: keys.length };
}

/** Lets time pass. What a tick has too much of a phase belongs to the next one, so that nothing drifts. */
export function tick(walk: Walk, at: Reading): Walk {
  let moved = recorded({ ...walk, clock: tickClock(walk.clock, at) });
  for (let phase = currentPhase(moved); phase; phase = currentPhase(moved)) {
    const over = moved.clock.elapsed_ms - phase.seconds * 1000;
    if (over < 0) break;
    moved = recorded({ ...moved, at: moved.at + 1, clock: { ...moved.clock, elapsed_ms: over } });
  }
  return moved;
}

export function pause(walk: Walk, at: Reading): Walk {
  const ticked = tick(walk, at);
  return { ...ticked, clock: pauseClock(ticked.clock, at) };
}

/** Ends a pause, with a count-in. */
export function resume(walk: Walk, at: Reading): Walk {
  return { ...walk, clock: resumeClock(walk.clock, at) };
}

/** The page went out of sight. */
export function leave(walk: Walk, at: Reading): Walk {
  const ticked = tick(walk, at);
  return { ...ticked, clock: leaveClock(ticked.clock, at) };
}

/** The page is seen again, or the draft was opened again. */
export function comeBack(walk: Walk, at: Reading): Walk {
  return { ...walk, clock: returnClock(walk.clock, at) };
}

export function next(walk: Walk): Walk {
  return jumped(walk, Math.min(walk.at + 1, walk.phases.length));
}

export function back(walk: Walk): Walk {
  return jumped(walk, walk.clock.elapsed_ms >= BACK_MS ? walk.at : Math.max(walk.at - 1, 0));
}

/** Ends here: what is left is left. */
export function endEarly(walk: Walk): Walk {
  return jumped(walk, walk.phases.length);
}

/** To the beginning of a phase; the clock keeps its mode. */
export function jumped(walk: Walk, at: number): Walk {
  return { ...walk, at, clock: rewound(walk.clock) };
}

/** Whole seconds of dose done on one side of an item. */
export function secondsDone(walk: Walk, key: string, side: Side): number {
  const listed = walk.phases.filter((phase) => phase.dose && phase.itemKey === key && phase.side === side);
  const carried = walk.carried_ms[`${key}/${side}`] ?? 0;
  const ms = listed.reduce((sum, phase) => sum + phase.done_ms, carried);
  // A millionth of a second of rounding must not cost a whole one.
  return Math.floor(ms / 1000 + 1e-6);
}

function recorded(walk: Walk): Walk {
  const phase = currentPhase(walk);
  if (!phase) return walk;
  const done_ms = Math.min(walk.clock.elapsed_ms, phase.seconds * 1000);
  if (done_ms <= phase.done_ms) return walk;
  return { ...walk, phases: walk.phases.with(walk.at, { ...phase, done_ms }) };
}
