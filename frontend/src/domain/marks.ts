import { isStop } from './discomfort';
import type { HoldEntry, Softening } from './logs';
import type { Phase } from './phases';
import type { Side } from './program';

/** The three moments of a hold at which the spot may be told, 0-10. None has to be. */
export type Moment = 'start' | 'during' | 'end';
export type HoldMarks = Partial<Record<Moment, number>>;
/** By `key/side/spot`. */
export type Marks = Readonly<Record<string, HoldMarks>>;

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
  if (phase.kind !== 'hold' || !PRESSING.includes(style) || phase.seconds < SHORT_S) return null;
  const close = Math.max(phase.seconds - CLOSE_S, phase.seconds / 2);
  if (elapsedS < ARRIVE_S) return null;
  if (elapsedS >= close) return marks.start === undefined ? null : 'end';
  if (phase.seconds >= LONG_S && elapsedS >= phase.seconds / 2) return 'during';
  return 'start';
}

export function holdId({ itemKey, side, spot }: Pick<Phase, 'itemKey' | 'side' | 'spot'>): string {
  return `${itemKey}/${side}/${spot}`;
}

/** With one answer more. */
export function marked(marks: Marks, id: string, moment: Moment, score: number): Marks {
  return { ...marks, [id]: { ...marks[id], [moment]: score } };
}

/** Without one that was a slip of the finger. */
export function unmarked(marks: Marks, id: string, moment: Moment): Marks {
  const { [moment]: _, ...rest } = marks[id] ?? {};
  return { ...marks, [id]: rest };
}

/** The technique goes on another way: its spots are counted anew, what was said of the ones before stays said. */
export function setAside(marks: Marks, key: string): Marks {
  const moved = Object.entries(marks).map(([id, told]) => [
    id.startsWith(`${key}/`) ? `${id}/before` : id,
    told,
  ]);
  return Object.fromEntries(moved);
}

/** What was told of the holds of one side, in the order of the spots. */
export function holdEntries(marks: Marks, key: string, side: Side): HoldEntry[] {
  const own = Object.entries(marks).filter(([id, told]) => id.startsWith(`${key}/${side}/`) && hasAny(told));
  const holds = own.map(([id, { start, during, end }]) => ({
    spot: Number(id.split('/')[2]),
    start: start ?? null,
    discomfort: during ?? null,
    end: end ?? null,
  }));
  return holds.sort((a, b) => a.spot - b.spot);
}

/** How the side eased: the mean over its holds that tell both ends. */
export function eased(holds: readonly HoldEntry[]): Softening | null {
  const both = holds.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]));
  if (both.length === 0) return null;
  const mean = (part: keyof Softening) =>
    Math.round(both.reduce((sum, hold) => sum + hold[part], 0) / both.length);
  return { start: mean('start'), end: mean('end') };
}

/** Whether a hold was told to be as strong as a pain that stops. */
export function tellsStop(hold: HoldEntry): boolean {
  return [hold.start, hold.discomfort, hold.end].some((score) => score !== null && isStop(score));
}

function hasAny(told: HoldMarks): boolean {
  return Object.keys(told).length > 0;
}
