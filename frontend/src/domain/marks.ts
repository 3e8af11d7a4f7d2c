import { isStop } from './discomfort';
import type { HoldEntry, Softening } from './logs';
import type { Side } from './program';

/** The three moments of a hold at which the spot may be told, 0-10. None has to be. */
export type Moment = 'start' | 'during' | 'end';
export type HoldMarks = Partial<Record<Moment, number>>;
/** By `key/side/spot`. */
export type Marks = Readonly<Record<string, HoldMarks>>;

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
