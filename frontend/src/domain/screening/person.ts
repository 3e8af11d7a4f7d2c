/** What is on for one person today, read once for all techniques: which rules ask, and how far each flag reaches. */
import type { Active } from './dates';
import { ANY_RED_FLAG, type FlagKind, type Policy, type Reach, type Rule } from './policy';
import { type Area, reachOf } from './sites';

/** A flag, and where it counts; null is everywhere. */
export type Reaches = readonly (readonly [flag: string, reach: Area | null])[];

/**
 * `rules`: those whose flags are on, in the order of their file; `lists`: how a technique's own lists read the flags
 * that are on; `unknown`: flags newer than this copy of the data, which cannot be judged.
 */
export interface Person {
  policy: Policy;
  rules: readonly (readonly [Rule, Reaches])[];
  lists: ReadonlyMap<string, Reaches>;
  unknown: readonly string[];
}

export function personOf(policy: Policy, active: readonly Active[]): Person {
  const on = byName(policy, active);
  const reaches = (flags: readonly Active[], how: Reach): Reaches =>
    flags.map(({ flag, sites }) => [flag, reachOf(policy.body, flag, sites, how)]);
  const rules = policy.rules.map((rule) => [rule, rule.when.flatMap((name) => on.get(name) ?? [])] as const);
  return {
    policy,
    rules: rules.flatMap(([rule, flags]) => (flags.length > 0 ? [[rule, reaches(flags, rule.site)]] : [])),
    lists: new Map([...on].flatMap(([name, flags]) => inLists(policy.flags[name], name, flags, reaches))),
    unknown: active.flatMap(({ flag }) => (isKnown(policy, flag) ? [] : [flag])),
  };
}

/** What is on, by the name that rules use: every red flag has one name there. */
function byName(policy: Policy, active: readonly Active[]): Map<string, Active[]> {
  const on = new Map<string, Active[]>();
  for (const flag of active) {
    const name = policy.red_flags.includes(flag.flag) ? ANY_RED_FLAG : flag.flag;
    on.set(name, [...(on.get(name) ?? []), flag]);
  }
  return on;
}

/** A flag with a place counts in a technique's own lists where it touches it, another one anywhere. */
function inLists(
  kind: FlagKind | undefined,
  name: string,
  flags: readonly Active[],
  reaches: (flags: readonly Active[], how: Reach) => Reaches,
): [string, Reaches][] {
  return kind ? [[name, reaches(flags, kind.placed ? kind.site : 'anywhere')]] : [];
}

function isKnown(policy: Policy, flag: string): boolean {
  return flag in policy.flags || policy.red_flags.includes(flag) || flag === ANY_RED_FLAG;
}
