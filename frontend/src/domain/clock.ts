/**
 * The hold clock. It counts what `performance.now` says while the page is seen; wall time only tells
 * that a gap happened. A gap never counts as practice: the clock stands at the last second it saw.
 */

/** After a pause or a gap: time to get back on the spot. */
export const COUNT_IN_MS = 3000;
/** Ticks come about ten times a second; a longer silence means that the phone slept. */
export const GAP_MS = 2000;

export type ClockMode = 'running' | 'paused' | 'away' | 'counting';

export interface HoldClock {
  mode: ClockMode;
  /** Milliseconds of the current phase. */
  elapsed_ms: number;
  /** Milliseconds left of the count-in. */
  count_in_ms: number;
  /** The newest reading. */
  last: Reading;
}

/** One look at both clocks of the phone, in milliseconds. */
export interface Reading {
  perf: number;
  wall: number;
}

export function startClock(at: Reading): HoldClock {
  return { mode: 'running', elapsed_ms: 0, count_in_ms: 0, last: at };
}

/** Moves on by the time that passed since the newest reading. */
export function tickClock(clock: HoldClock, at: Reading): HoldClock {
  if (clock.mode === 'paused' || clock.mode === 'away') return { ...clock, last: at };
  const passed = passedMs(clock.last, at);
  if (passed === null) return countIn(clock, at);
  if (clock.mode === 'running') return { ...clock, elapsed_ms: clock.elapsed_ms + passed, last: at };
  const left = clock.count_in_ms - passed;
  if (left > 0) return { ...clock, count_in_ms: left, last: at };
  return { mode: 'running', elapsed_ms: clock.elapsed_ms - left, count_in_ms: 0, last: at };
}

/** The person asked for a pause: only she ends it. */
export function pauseClock(clock: HoldClock, at: Reading): HoldClock {
  return { ...tickClock(clock, at), mode: 'paused', count_in_ms: 0 };
}

/** The page is hidden or closed: the clock waits at that second. A pause stays a pause. */
export function leaveClock(clock: HoldClock, at: Reading): HoldClock {
  if (clock.mode === 'paused') return clock;
  return { ...tickClock(clock, at), mode: 'away', count_in_ms: 0 };
}

/** Back again: goes on with a count-in, unless the person had paused. */
export function returnClock(clock: HoldClock, at: Reading): HoldClock {
  return clock.mode === 'paused' ? { ...clock, last: at } : countIn(clock, at);
}

/** The person ended her pause. */
export function resumeClock(clock: HoldClock, at: Reading): HoldClock {
  return countIn(clock, at);
}

/** The same mode at the beginning of a phase (Back and Next). */
export function rewound(clock: HoldClock): HoldClock {
  return { ...clock, elapsed_ms: 0 };
}

/** Whole seconds that the screen shows: the full number at the start, 0 only at the end. */
export function secondsLeft(clock: HoldClock, seconds: number): number {
  return Math.max(0, Math.ceil((seconds * 1000 - clock.elapsed_ms) / 1000));
}

function countIn(clock: HoldClock, at: Reading): HoldClock {
  return { mode: 'counting', elapsed_ms: clock.elapsed_ms, count_in_ms: COUNT_IN_MS, last: at };
}

/**
 * Null where the time between two readings was a gap. Some phones stop `performance.now` in sleep, some
 * do not: either clock tells. A wall clock set back tells nothing.
 */
function passedMs(last: Reading, at: Reading): number | null {
  const passed = Math.max(0, at.perf - last.perf);
  const slept = at.wall - last.wall - passed;
  return passed > GAP_MS || slept > GAP_MS ? null : passed;
}
