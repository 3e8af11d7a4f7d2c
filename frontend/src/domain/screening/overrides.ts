/**
 * When a verdict that somebody may override is overridden. A block never is. Source: domain.md 2.4: a reason of 15
 * letters, who cleared it and when; it ends after 90 days or when the flag changes. Whoever agreed to something soft
 * agreed to nothing harder, and to nothing that another rule asks about.
 */
import { daysBetween } from '../days';
import type { Active } from './dates';
import type { Verdict } from './verdicts';

const REASON_MIN = 15;
/** As the content has it; a practice may set another (policy.numbers.override_days). */
const OVERRIDE_DAYS = 90;

/**
 * `needs`: who cleared, as the rule calls it; `on`: the date of the clearance; `basis`: see `basisOf`; `level`: the one
 * that it was given for; `expires`: the first day on which it no longer counts, as that was written then.
 */
export interface Override {
  needs: string;
  reason: string;
  on: string;
  basis: string;
  level: number;
  expires: string;
}

/** Whether this may be practised at that level: an override stands only when every need of it is answered. */
export function permits(
  found: Verdict,
  level: number,
  overrides: readonly Override[],
  basis: string,
  today: string,
  days = OVERRIDE_DAYS,
): boolean {
  if (found.do === 'block') return false;
  const given = overrides.filter((one) => inForce(one, level, basis, today, days)).map((one) => one.needs);
  return found.needs.every((need) => given.includes(need));
}

/** What an override is asked for, as one text: each rule with its flag and the places of that. */
export function basisOf(found: Verdict, active: readonly Active[]): string {
  const asking = found.findings.filter((one) => one.do === 'override');
  const all = asking.flatMap(({ rule, flag }) =>
    active.filter((one) => one.flag === flag).map((one) => `${rule}:${written(one)}`),
  );
  return [...new Set(all)].sort().join(' ');
}

/** Whether all that is asked for is among what was given. */
export function covers(given: string, asked: string): boolean {
  const known = given.split(' ');
  return asked === '' || asked.split(' ').every((one) => known.includes(one));
}

function inForce(one: Override, level: number, basis: string, today: string, days: number): boolean {
  const age = daysBetween(one.on, today);
  const said = [...one.reason.trim()].length >= REASON_MIN;
  const known = level <= one.level && covers(one.basis, basis);
  return known && said && age >= 0 && age < days && today < one.expires;
}

function written({ flag, sites }: Active): string {
  const places = sites.map(({ region, side }) => `${region}:${side}`).sort();
  return `${flag}@${places.join(',')}`;
}
