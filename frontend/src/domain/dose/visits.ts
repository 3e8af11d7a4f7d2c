import type { DoseHistory } from './history';

export const GENTLE_MS = 48 * 3_600_000;

/**
 * Until when all is gentle, in milliseconds: 48 hours after the newest visit, the last moment included; null when that
 * is over, or there was none. The server counts alike (domain/visits.py, tests/contract/gentle.json).
 */
export function gentleUntil(visits: readonly string[], now_ms: number): number | null {
  const been = visits.map((visit) => Date.parse(visit)).filter((at) => at <= now_ms);
  const until = Math.max(...been) + GENTLE_MS;
  return been.length > 0 && now_ms <= until ? until : null;
}

/** Within the two days after a hands-on visit. */
export function isGentle({ now, visits }: DoseHistory): boolean {
  return gentleUntil(visits, Date.parse(now)) !== null;
}
