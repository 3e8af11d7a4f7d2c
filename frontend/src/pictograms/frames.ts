import type { Change } from './format';

/** Lays the changes of a keyframe over the first one. A list is changed place by place, a point as a whole. */
export function laid<T>(base: T, change: Change<T> | undefined): T {
  if (change === undefined) return base;
  if (Array.isArray(base) && Array.isArray(change)) {
    if (!base.some((part) => typeof part === 'object')) return change as T;
    return base.map((part, at) => laid(part, change[at])) as T;
  }
  if (!isRecord(base) || !isRecord(change)) return change as T;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) result[key] = laid(result[key], value as never);
  return result as T;
}

/** Between two keyframes of the same making: numbers glide, everything else stays as in the first. */
export function glided<T>(a: T, b: T, t: number): T {
  if (typeof a === 'number' && typeof b === 'number') return (a + (b - a) * t) as T;
  if (Array.isArray(a) && Array.isArray(b)) return a.map((part, at) => glided(part, b[at], t)) as T;
  if (!isRecord(a) || !isRecord(b)) return a;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(a)) {
    result[key] = glided(value, (b as Record<string, unknown>)[key] ?? value, t);
  }
  return result as T;
}

/** What holds at a phase from 0 (first keyframe) to 1 (last one). */
export function framed<T>(base: T, changes: readonly (Change<T> | undefined)[], phase: number): T {
  const all = [base, ...changes.map((change) => laid(base, change))];
  const place = Math.min(1, Math.max(0, phase)) * (all.length - 1);
  const from = Math.min(Math.floor(place), Math.max(0, all.length - 2));
  const a = all[from] ?? base;
  return glided(a, all[from + 1] ?? a, place - from);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
