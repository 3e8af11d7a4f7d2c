// What a browser has to tell of its pushes, until the server has heard it.

/** `key`: each thing is told once. `at`: milliseconds since 1970. */
export type Told = { key: string; at: number; id: string } & (
  | { what: 'shown' | 'opened' }
  | { what: 'snooze'; minutes: number }
);

/** More is not kept: what is lost then is only a receipt. */
export const MOST_TOLD = 100;
const MINUTE = 60_000;
/** The server takes no shorter snooze. */
const SHORTEST = 5;
/** As long as a reminder itself may be late. */
const LATEST_MIN = 90;

export function receipt(what: 'shown' | 'opened', id: string, at: number): Told {
  return { key: `${what}:${id}`, what, id, at };
}

export function snoozeOf(id: string, minutes: number, at: number): Told {
  return { key: `snooze:${id}`, what: 'snooze', id, minutes, at };
}

/** The keys of the oldest of too many. */
export function tooMany(rows: readonly Told[]): string[] {
  const newestFirst = [...rows].sort((a, b) => b.at - a.at);
  return newestFirst.slice(MOST_TOLD).map((row) => row.key);
}

/** The minutes that are left of a snooze that could not be told at once; null when its time is long over. */
export function minutesLeft(row: { at: number; minutes: number }, now: number): number | null {
  const left = Math.ceil((row.at - now) / MINUTE) + row.minutes;
  return left < -LATEST_MIN ? null : Math.max(SHORTEST, Math.min(left, row.minutes));
}

/** Whether an answer of the server settles the matter for good. */
export function isHeard(status: number): boolean {
  return status < 500 && status !== 401 && status !== 429;
}
