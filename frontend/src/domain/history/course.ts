/** How numbers from 0 to 10 went over weeks: dots and their medians. Dates are local `YYYY-MM-DD`. */
import { addDays } from '../days';
import type { SessionLog } from '../logs';
import { median } from '../median';

export interface Dot {
  date: string;
  value: number;
}

/** One practice with two numbers of the same scale, at its beginning and its end; null where it was not told. */
export interface Pair {
  id: string;
  date: string;
  at: string;
  before: number | null;
  after: number | null;
}

/** Pain before and after, of each practice that tells one of the two; oldest first. */
export function painPairs(sessions: readonly SessionLog[]): Pair[] {
  return inOrder(sessions)
    .filter((one) => one.pain_before !== null || one.pain_after !== null)
    .map((one) => ({ ...when(one), before: one.pain_before, after: one.pain_after }));
}

/** How tender the spots were at first and in the end, of each practice that tells it; the median of its holds. */
export function softeningPairs(sessions: readonly SessionLog[]): Pair[] {
  return inOrder(sessions).flatMap((one) => {
    const told = one.items.flatMap((entry) => (entry.softening ? [entry.softening] : []));
    if (told.length === 0) return [];
    const middle = (which: 'start' | 'end') => median(told.map((hold) => hold[which]));
    return [{ ...when(one), before: middle('start'), after: middle('end') }];
  });
}

export function dotsOf(pairs: readonly Pair[], which: 'before' | 'after'): Dot[] {
  return pairs.flatMap(({ date, [which]: value }) => (value === null ? [] : [{ date, value }]));
}

/** For each date with a dot, the median of that date and the six before it. */
export function medianLine(dots: readonly Dot[]): Dot[] {
  const dates = [...new Set(dots.map((dot) => dot.date))].sort();
  return dates.map((date) => {
    const from = addDays(date, -6);
    const values = dots.filter((dot) => dot.date >= from && dot.date <= date).map((dot) => dot.value);
    return { date, value: median(values) };
  });
}

function inOrder(sessions: readonly SessionLog[]): SessionLog[] {
  return [...sessions].sort(
    (a, b) => a.local_date.localeCompare(b.local_date) || a.started_at.localeCompare(b.started_at),
  );
}

function when(session: SessionLog): Pick<Pair, 'id' | 'date' | 'at'> {
  return { id: session.id, date: session.local_date, at: session.started_at };
}
