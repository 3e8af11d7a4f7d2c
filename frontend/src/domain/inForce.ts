import { weekday } from './days';

interface Dated {
  number: number;
  starts_on: string;
}

interface Scheduled<I> {
  days: number[];
  items: I[];
}

/** The version in force on a local date: the highest number that has started by then. */
export function inForce<V extends Dated>(versions: readonly V[], date: string): V | null {
  let best: V | null = null;
  for (const version of versions) {
    if (version.starts_on <= date && (best === null || version.number > best.number)) best = version;
  }
  return best;
}

/** The items prescribed on a date, in the therapist's order. An item's own days win over the program's. */
export function itemsOn<I extends { days: number[] | null }>(version: Scheduled<I>, date: string): I[] {
  const day = weekday(date);
  return version.items.filter((item) => (item.days ?? version.days).includes(day));
}
