/** What the graph of pain shows: which dates, which dots, where its lines break, and what is too little a change. */
import { addDays, daysBetween } from '../../days';
import { type Dot, medianLine } from '../../history/course';
import { median } from '../../median';
import type { PainPoint } from '../course';

export type Range = 'weeks6' | 'weeks12' | 'all';
export const RANGES: readonly Range[] = ['weeks6', 'weeks12', 'all'];

const DAYS: Record<Exclude<Range, 'all'>, number> = { weeks6: 42, weeks12: 84 };
/** A course that has just begun is drawn this wide: weeks of empty paper would hide its first days. */
const LEAST_DAYS = 14;
const WEEK = 7;
/** Around the first week's median: a change of less than two points is seldom one that people notice (domain.md 4.1). */
const SMALLEST = 2;

export interface Frame {
  from: string;
  to: string;
  /** Every date between, these two included. */
  dates: string[];
}

/** Up to today; not from before the first point, where that still leaves two weeks. */
export function frameOf(points: readonly PainPoint[], today: string, range: Range): Frame {
  const asked = range === 'all' ? undefined : addDays(today, 1 - DAYS[range]);
  const first = points.find((point) => asked === undefined || point.date >= asked)?.date ?? today;
  const latest = addDays(today, 1 - LEAST_DAYS);
  const from = first < latest ? first : latest;
  const dates = Array.from({ length: daysBetween(from, today) + 1 }, (_, at) => addDays(from, at));
  return { from, to: today, dates };
}

/** The median line of these dots in pieces: where nothing was told for a week there is nothing to draw through. */
export function linesOf(dots: readonly Dot[]): Dot[][] {
  const pieces: Dot[][] = [];
  for (const dot of medianLine(dots)) {
    const last = pieces.at(-1);
    const before = last?.at(-1);
    if (last && before && daysBetween(before.date, dot.date) <= WEEK) last.push(dot);
    else pieces.push([dot]);
  }
  return pieces;
}

/** From the first week's median of pain before: within these two a change is too small to mean much. */
export function bandOf(dots: readonly Dot[]): { middle: number; low: number; high: number } | null {
  const first = dots[0];
  if (!first) return null;
  const week = dots.filter((dot) => daysBetween(first.date, dot.date) < WEEK).map((dot) => dot.value);
  const middle = median(week);
  return { middle, low: Math.max(0, middle - SMALLEST), high: Math.min(10, middle + SMALLEST) };
}

/** As many dates as a line of text holds, the first and the last among them. */
export function ticksOf({ dates }: Frame, most: number): string[] {
  const last = dates.length - 1;
  const count = Math.min(most, last + 1);
  return Array.from({ length: count }, (_, at) => dates[Math.round((at * last) / (count - 1))] as string);
}
