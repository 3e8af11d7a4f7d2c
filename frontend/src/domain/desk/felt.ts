/** What a client said of the pressure while she practised, and of pain too strong for any: numbers from 0 to 10. */
import { isStop } from '../discomfort';
import { PAIN_NOW, STRONG } from '../gate';
import type { SessionEntry } from '../logs';
import { median } from '../median';
import type { StoredLog } from './course';

/** What was not told is null. */
export interface Felt {
  /** How tender the spots were at first and in the end. */
  start: number | null;
  end: number | null;
  /** The most discomfort in between. */
  peak: number | null;
  /** The number that ended it, as strong as a sharp pain. */
  stop: number | null;
}

/** Of one side or of a whole practice. What she drew afterwards stands above what single holds told. */
export function feltIn(entries: readonly SessionEntry[]): Felt {
  const holds = entries.flatMap((entry) => entry.holds ?? []);
  const ends = entries.flatMap<{ start: number | null; end: number | null }>(
    (entry) => entry.softening ?? entry.holds ?? [],
  );
  const scores = holds.flatMap((hold) => told([hold.start, hold.discomfort, hold.end]));
  return {
    start: middle(ends.map((one) => one.start)),
    end: middle(ends.map((one) => one.end)),
    peak: highest(told(holds.map((hold) => hold.discomfort))),
    stop: highest(scores.filter(isStop)),
  };
}

/**
 * The pain before a practice that left only what does not press; null for every other log. `from`: where strong pain
 * begins in this practice.
 */
export function strongPain(log: StoredLog, from = STRONG): number | null {
  if (log.kind !== 'check' || !('answers' in log)) return null;
  const pain = (log.answers as Record<string, unknown>)[PAIN_NOW];
  return typeof pain === 'number' && pain >= from ? pain : null;
}

function told(numbers: readonly (number | null)[]): number[] {
  return numbers.filter((one) => one !== null);
}

function middle(numbers: readonly (number | null)[]): number | null {
  const known = told(numbers);
  return known.length === 0 ? null : Math.round(median(known));
}

function highest(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.max(...numbers);
}
