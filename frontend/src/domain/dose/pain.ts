/** What a session did to the pain. */
import type { DosePain, DoseSession } from './history';

const HOUR_MS = 3_600_000;
/** What is told later after a session is no pain after it. */
const LATE_MS = 12 * HOUR_MS;
const NEXT_DAY_MS = [12 * HOUR_MS, 36 * HOUR_MS] as const;

/** Pain after, or of the next day where that is higher, minus before; null where none of it was told. */
export function deltaOf(session: DoseSession, pains: readonly DosePain[]): number | null {
  const { pain_before, pain_after } = session;
  const after = since(session.recorded_at, session.ended_at) <= LATE_MS ? pain_after : null;
  const told = [after, nextDay(session, pains)?.pain].filter((pain) => typeof pain === 'number');
  return told.length > 0 && pain_before !== null ? Math.max(...told) - pain_before : null;
}

/** The first pain 12 to 36 h after the session, both included; of two at one moment the stronger. */
export function nextDay({ ended_at }: DoseSession, pains: readonly DosePain[]): DosePain | undefined {
  const [first, last] = NEXT_DAY_MS;
  return pains
    .filter(({ at }) => since(at, ended_at) >= first && since(at, ended_at) <= last)
    .sort((a, b) => since(a.at, b.at) || b.pain - a.pain)[0];
}

/** The highest discomfort of the session, or of one technique in it. */
export function peakOf({ entries }: DoseSession, technique?: string): number | null {
  const told = entries.flatMap(({ technique_id, peak }) =>
    peak !== null && (technique ?? technique_id) === technique_id ? [peak] : [],
  );
  return told.length > 0 ? Math.max(...told) : null;
}

/** In the order of what happened. */
export function byTime(a: { at: string; id: string }, b: { at: string; id: string }): number {
  return since(a.at, b.at) || (a.id < b.id ? -1 : 1);
}

/** Milliseconds from the instant `from` to `at`. */
export function since(at: string, from: string): number {
  return Date.parse(at) - Date.parse(from);
}
