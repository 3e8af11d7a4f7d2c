import { addDays } from './days';
import type { CheckLog, SessionLog, VoidLog } from './logs';
import type { Item, Swap } from './program';
import { stamp } from './stamp';

/** Pain before from which on only what does not press is offered (domain.md 2.6). */
const STRONG = 8;
/** This much above her own usual pain suggests a day at level 1. */
const MORE_THAN_USUAL = 2;
const USUAL_DAYS = 14;
/** Fewer days tell no usual pain. */
const LEAST_TOLD = 3;
/** The daily question whose answer is the pain right now. */
const PAIN_NOW = 'd3';

/** What a pain before means for today: as planned, softer as a suggestion, or only what does not press. */
export type Start = 'as_planned' | 'suggest_softer' | 'no_pressure';

export function startFor(pain: number, logs: readonly { kind: string }[], date: string): Start {
  if (pain >= STRONG) return 'no_pressure';
  const usual = usualPain(logs, date);
  return usual !== null && pain >= usual + MORE_THAN_USUAL ? 'suggest_softer' : 'as_planned';
}

/** Her own median of the 14 days before, of what she said before a practice; null while too little is known. */
export function usualPain(logs: readonly { kind: string }[], date: string): number | null {
  const voided = new Set(logs.filter(isVoid).map((log) => log.voids));
  const from = addDays(date, -USUAL_DAYS);
  const told = logs
    .filter(isSession)
    .filter((log) => log.local_date >= from && log.local_date < date && !voided.has(log.id))
    .flatMap((log) => (log.pain_before === null ? [] : [log.pain_before]));
  if (told.length < LEAST_TOLD) return null;
  told.sort((a, b) => a - b);
  const at = (index: number) => told[index] ?? 0;
  return (at(Math.floor((told.length - 1) / 2)) + at(Math.ceil((told.length - 1) / 2))) / 2;
}

/** A day's items done another way: the swaps by item key, and the techniques that are left out. */
export interface Softer {
  swaps: Record<string, Swap>;
  left: Item[];
}

/** Only what loads nothing: techniques that do not press, and ways of others that do not either. */
export function withoutPressure(items: readonly Item[]): Softer {
  const softer: Softer = { swaps: {}, left: [] };
  for (const item of items) {
    if (item.snapshot.load === 'none') continue;
    const way = item.snapshot.swaps.find((swap) => swap.load === 'none');
    if (way) softer.swaps[item.key] = way;
    else softer.left.push(item);
  }
  return softer;
}

/** Everything at level 1, with her own tools where that is possible; what has no such way stays as it is. */
export function atLevelOne(
  items: readonly Item[],
  chosen: Readonly<Record<string, Swap>>,
): Record<string, Swap> {
  const swaps: Record<string, Swap> = { ...chosen };
  for (const { key, level, snapshot } of items) {
    if ((chosen[key]?.level ?? level) === 1) continue;
    const ways = snapshot.swaps.filter((swap) => swap.level === 1);
    const way = ways.find((swap) => swap.reason === (chosen[key] ? 'tool' : 'level')) ?? ways[0];
    if (way) swaps[key] = way;
  }
  return swaps;
}

/** Tells that the pain before was too strong for pressure, whether or not anything is practised then. */
export function strongPainLog(pain: number, id: string, now: number, zone: string): CheckLog {
  return { ...stamp(id, now, zone), kind: 'check', answers: { [PAIN_NOW]: pain } };
}

function isSession(log: { kind: string }): log is SessionLog {
  return log.kind === 'session';
}

function isVoid(log: { kind: string }): log is VoidLog {
  return log.kind === 'void';
}
