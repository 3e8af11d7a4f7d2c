/** What two weeks of practice say about one technique: what hurt, what was left out, how it eased. */
import { addDays } from '../days';
import { isHurt } from '../logs';
import { type LogRow, sessionsOf } from './course';

export interface TechniqueNews {
  /** Times that it hurt, newest first. */
  hurts: { date: string; feeling: string }[];
  skipped: number;
  /** The latest "how firm was the spot" at the start and the end, 0-10. */
  easing: { start: number; end: number } | null;
}

const DAYS = 14;

export function newsOf(rows: readonly LogRow[], technique: string, today: string): TechniqueNews {
  const from = addDays(today, 1 - DAYS);
  const hurts = rows
    .flatMap((row) => (!row.voided && isHurt(row.log) ? [row.log] : []))
    .filter((log) => log.technique_id === technique && log.local_date >= from)
    .map((log) => ({ date: log.local_date, feeling: log.feeling }))
    .sort((a, b) => b.date.localeCompare(a.date));
  const entries = sessionsOf(rows)
    .filter((session) => session.local_date >= from)
    .map((session) => session.items.filter((entry) => entry.technique_id === technique));
  const skipped = entries.filter(
    (sides) => sides.length > 0 && sides.every((entry) => entry.outcome === 'skipped'),
  );
  const easing = entries.flat().findLast((entry) => entry.softening !== null)?.softening ?? null;
  return { hurts, skipped: skipped.length, easing };
}
