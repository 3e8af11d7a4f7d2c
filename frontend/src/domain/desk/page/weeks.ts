/** Where it hurt, week by week. */

import type { MarkSet } from '../../bodymap';
import { addDays, daysBetween } from '../../days';

export interface Week {
  /** The first and the last date of seven. */
  from: string;
  to: string;
  /** What was marked last in it; null where nothing was. */
  set: MarkSet | null;
}

const WEEK = 7;

/** Weeks that end today, oldest first: as many as reach the first mark, `most` at most. Empty without any mark. */
export function bodyWeeks(sets: readonly MarkSet[], today: string, most: number): Week[] {
  const dates = sets.map((set) => set.date).filter((date) => date <= today);
  const first = dates.sort()[0];
  if (first === undefined) return [];
  const count = Math.min(most, Math.floor(daysBetween(first, today) / WEEK) + 1);
  return Array.from({ length: count }, (_, back) => weekBefore(sets, today, back)).reverse();
}

/** `sets` are the newest first, so that the first of a week is its last word. */
function weekBefore(sets: readonly MarkSet[], today: string, back: number): Week {
  const to = addDays(today, -WEEK * back);
  const from = addDays(to, 1 - WEEK);
  return { from, to, set: sets.find((one) => one.date >= from && one.date <= to) ?? null };
}
