/**
 * When a verdict that somebody may override is overridden. A block never is. Source: domain.md 2.4: a reason of 15
 * letters, who cleared it and when; it ends after 90 days or when the flag changes.
 */
import { daysBetween } from '../days';
import type { Active } from './dates';
import type { Verdict } from './verdicts';

const REASON_MIN = 15;
/** As the content has it; a practice may set another (policy.numbers.override_days). */
const OVERRIDE_DAYS = 90;

/** `needs`: who cleared, as the rule calls it; `on`: the date of the clearance; `basis`: see `basisOf`. */
export interface Override {
  needs: string;
  reason: string;
  on: string;
  basis: string;
}

/** Whether this may be practised: an override stands only when every need of it is answered. */
export function permits(
  found: Verdict,
  overrides: readonly Override[],
  basis: string,
  today: string,
  days = OVERRIDE_DAYS,
): boolean {
  if (found.do === 'block') return false;
  const given = overrides.filter((one) => inForce(one, basis, today, days)).map((one) => one.needs);
  return found.needs.every((need) => given.includes(need));
}

/** The flags behind an override with their places, as one text: when it changes, the clearance ends. */
export function basisOf(found: Verdict, active: readonly Active[]): string {
  const behind = new Set(found.findings.filter((one) => one.do === 'override').map((one) => one.flag));
  return active
    .filter(({ flag }) => behind.has(flag))
    .map(written)
    .sort()
    .join(' ');
}

function inForce(one: Override, basis: string, today: string, days: number): boolean {
  const age = daysBetween(one.on, today);
  const said = [...one.reason.trim()].length >= REASON_MIN;
  return said && one.basis === basis && age >= 0 && age < days;
}

function written({ flag, sites }: Active): string {
  const places = sites.map(({ region, side }) => `${region}:${side}`).sort();
  return `${flag}@${places.join(',')}`;
}
