/** When to try again. Times in milliseconds since 1970. */

const FIRST_MS = 1000;
const CAP_MS = 300_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FAST_FOR_MS = 30 * 60_000;
/** The quick tries leave enough of the day's allowance for a server that comes back hours later. */
const FAST_TRIES = 12;
export const TRIES_A_DAY = 20;

/** Failed tries since something last changed (a save, a tap, a success). */
export interface Tries {
  count: number;
  /** The first of them, or null. */
  since: number | null;
  /** Not before this instant: the server asked for patience. */
  notBefore: number;
}

export const FRESH: Tries = { count: 0, since: null, notBefore: 0 };

/** After a failure. `retryAfterS` is the server's Retry-After, where it sent one; no more than a day is believed. */
export function failed(tries: Tries, now: number, retryAfterS: number | null): Tries {
  const asked = retryAfterS === null ? 0 : now + Math.min(retryAfterS * 1000, DAY_MS);
  const isNewDay = tries.since !== null && now - tries.since >= DAY_MS;
  const since = tries.since === null || isNewDay ? now : tries.since;
  return { count: isNewDay ? 1 : tries.count + 1, since, notBefore: asked };
}

/** A save or a tap starts the count anew, but the server's wish still stands. */
export function reset(tries: Tries): Tries {
  return { ...FRESH, notBefore: tries.notBefore };
}

/** Whether a try that nobody asked for (a timer, the network coming back) is allowed now. */
export function mayTry(tries: Tries, now: number): boolean {
  if (now < tries.notBefore) return false;
  return tries.count < TRIES_A_DAY || (tries.since !== null && now - tries.since >= DAY_MS);
}

/** How long to wait after the last failure: full jitter up to 300 s, then hourly, then until the day is over. */
export function delay(tries: Tries, now: number, random: number): number {
  const since = tries.since ?? now;
  const asked = Math.max(0, tries.notBefore - now);
  if (tries.count >= TRIES_A_DAY) return Math.max(asked, since + DAY_MS - now, 0);
  const isFast = tries.count <= FAST_TRIES && now - since < FAST_FOR_MS;
  if (!isFast) return Math.max(asked, HOUR_MS * (0.9 + 0.2 * random));
  const cap = Math.min(CAP_MS, FIRST_MS * 2 ** Math.max(0, tries.count - 1));
  return asked + Math.round(cap * random);
}
