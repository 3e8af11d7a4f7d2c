import { addDays } from '../domain/days';

/** How far back the phone and the server compare what they hold. */
export const WINDOW_DAYS = 60;

/** `<count>,<xor of the ids as 32 hex digits>`: equal sets have equal heads, in any order. */
export function logHead(ids: readonly string[]): string {
  const sum = new Uint8Array(16);
  for (const id of ids) {
    const hex = id.replaceAll('-', '');
    for (let at = 0; at < 16; at += 1)
      sum[at] = (sum[at] ?? 0) ^ Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  }
  return `${ids.length},${[...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The first local date of the compared window, from the `Date` header of an answer; null when it cannot be read. */
export function windowFrom(dateHeader: string | null): string | null {
  const at = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(at)) return null;
  return addDays(new Date(at).toISOString().slice(0, 10), -WINDOW_DAYS);
}
