import { steadyBreath } from './breath';
import { median } from './median';

/** How long a person is listened to, from her first breath out. */
export const LISTEN_MS = 20_000;
/** Two signs of one breath out: half of the shortest breath apart. */
const TWICE_MS = 2500;

/** One more breath out. A second sign of the same one is not another breath. */
export function breathedOut(marksMs: readonly number[], atMs: number): number[] {
  const last = marksMs.at(-1);
  return last !== undefined && atMs - last < TWICE_MS ? [...marksMs] : [...marksMs, atMs];
}

/** Seconds of one breath, by the breaths out that were told; null before the second. A missed one does not count twice. */
export function measuredBreath(marksMs: readonly number[]): number | null {
  const spans = marksMs.slice(1).map((mark, at) => mark - Number(marksMs[at]));
  return spans.length === 0 ? null : steadyBreath(median(spans) / 1000);
}

export const breathsPerMinute = (periodS: number): number => Math.round(60 / periodS);
