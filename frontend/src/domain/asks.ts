import type { HoldMarks, Marks, Moment } from './marks';
import type { Phase } from './phases';
import type { Walk } from './walk';

/** Styles that press on a tender spot. Where nothing is pressed nothing is asked. */
const PRESSING = ['sustained_hold', 'slow_roll', 'active_movement'];
/** Time to arrive before the first question. */
const ARRIVE_S = 4;
/** The last question comes this long before the end: time to drag once. */
const CLOSE_S = 12;
/** Holds from this length on are asked in the middle too. */
const LONG_S = 45;
/** In a hold shorter than this there is no time for a question. */
const SHORT_S = 16;

/**
 * Which question stands beside a hold at a second of it. It waits for nobody: when its time is over it goes. How it is
 * at the end is asked only of those who said how it was at the start.
 */
export function askedAt(phase: Phase, style: string, elapsedS: number, marks: HoldMarks): Moment | null {
  if (phase.kind !== 'hold' || !presses(style) || phase.seconds < SHORT_S) return null;
  const close = Math.max(phase.seconds - CLOSE_S, phase.seconds / 2);
  if (elapsedS < ARRIVE_S) return null;
  if (elapsedS >= close) return marks.start === undefined ? null : 'end';
  if (phase.seconds >= LONG_S && elapsedS >= phase.seconds / 2) return 'during';
  return 'start';
}

/** Whether a way of working presses on a spot, so that there is something to find and to tell. */
export function presses(style: string): boolean {
  return PRESSING.includes(style);
}

export function holdId({ itemKey, side, spot }: Pick<Phase, 'itemKey' | 'side' | 'spot'>): string {
  return `${itemKey}/${side}/${spot}`;
}

/** How the spot of a hold is, at one of its moments. */
export function markHold(walk: Walk, id: string, moment: Moment, score: number): Walk {
  return { ...walk, marks: marked(walk.marks ?? {}, id, moment, score) };
}

/** A slip of the finger. */
export function unmarkHold(walk: Walk, id: string, moment: Moment): Walk {
  return { ...walk, marks: unmarked(walk.marks ?? {}, id, moment) };
}

function marked(marks: Marks, id: string, moment: Moment, score: number): Marks {
  return { ...marks, [id]: { ...marks[id], [moment]: score } };
}

function unmarked(marks: Marks, id: string, moment: Moment): Marks {
  const { [moment]: _, ...rest } = marks[id] ?? {};
  return { ...marks, [id]: rest };
}
