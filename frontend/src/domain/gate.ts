import { addDays } from './days';
import { type CheckLog, isCheck, isSession, voidedIds } from './logs';
import { median } from './median';

/** The daily question whose answer is the pain right now. */
export const PAIN_NOW = 'd3';
/** Pain before from which on only what does not press is offered (domain.md 2.6); a practice may set a lower one. */
export const STRONG = 8;
/** This much above her own usual pain suggests a day at level 1. */
const MORE_THAN_USUAL = 2;
const USUAL_DAYS = 14;
/** Fewer days tell no usual pain. */
const LEAST_TOLD = 3;

/** What a pain before means for today: as planned, softer as a suggestion, or only what does not press. */
export type Start = 'as_planned' | 'suggest_softer' | 'no_pressure';

export function startFor(
  pain: number,
  logs: readonly { kind: string }[],
  date: string,
  strong = STRONG,
): Start {
  if (pain >= strong) return 'no_pressure';
  const usual = usualPain(logs, date);
  return usual !== null && pain >= usual + MORE_THAN_USUAL ? 'suggest_softer' : 'as_planned';
}

/** The newest log of a day that tells a pain and was not taken back. */
export function painTold(logs: readonly { kind: string }[], date: string): CheckLog | undefined {
  const voided = voidedIds(logs);
  return logs
    .filter(isCheck)
    .filter((log) => PAIN_NOW in log.answers && log.local_date === date && !voided.has(log.id))
    .sort((a, b) => Date.parse(b.recorded_at) - Date.parse(a.recorded_at))[0];
}

/** Her own median of the 14 days before, of what she said before a practice; null while too little is known. */
export function usualPain(logs: readonly { kind: string }[], date: string): number | null {
  const voided = voidedIds(logs);
  const from = addDays(date, -USUAL_DAYS);
  const told = logs
    .filter(isSession)
    .filter((log) => log.local_date >= from && log.local_date < date && !voided.has(log.id))
    .flatMap((log) => (log.pain_before === null ? [] : [log.pain_before]));
  return told.length < LEAST_TOLD ? null : median(told);
}
