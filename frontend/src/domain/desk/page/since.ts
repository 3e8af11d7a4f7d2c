/** From when on the page tells: the last visit, else the newest version of the program, else four weeks. */
import { addDays, localDate } from '../../days';
import type { Visit } from '../visits';
import { standingVisits } from './facts';

export interface Start {
  why: 'visit' | 'version' | 'weeks';
  /** Her local date. */
  date: string;
  /** What happened on that date counts from this instant on; null: the whole date counts. */
  at: string | null;
  /** Of a version. */
  number: number | null;
}

const WEEKS_4 = 28;
const VISITS = 3;

/**
 * What she may count from, the usual one first. A visit or a version of today comes last: who opens the page before a
 * visit, or while writing it down, asks for what came before.
 */
export function startsOf(
  visits: readonly Visit[],
  versions: readonly { number: number; created_at: string }[],
  now: number,
  zone: string,
): Start[] {
  const today = localDate(now, zone);
  const all = standingVisits(visits).map(
    (visit): Start => ({ ...startAt('visit', visit.at, zone), date: visit.on }),
  );
  const made = [...versions].sort((a, b) => b.number - a.number);
  const newest = made.find((one) => localDate(Date.parse(one.created_at), zone) < today) ?? made[0];
  return [
    ...all.filter((one) => one.date < today).slice(0, VISITS),
    ...(newest ? [{ ...startAt('version', newest.created_at, zone), number: newest.number }] : []),
    { why: 'weeks', date: addDays(today, 1 - WEEKS_4), at: null, number: null },
    ...all.filter((one) => one.date >= today).slice(0, 1),
  ];
}

/** Whether something of that date and instant comes after the start. */
export function isSince(start: Start, date: string, at: string): boolean {
  if (date !== start.date) return date > start.date;
  return start.at === null || Date.parse(at) >= Date.parse(start.at);
}

function startAt(why: Start['why'], at: string, zone: string): Start {
  return { why, date: localDate(Date.parse(at), zone), at, number: null };
}
