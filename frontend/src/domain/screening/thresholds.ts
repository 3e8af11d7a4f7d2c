/**
 * The policy as a practice has it: with its own numbers in the rules, and what the rules read of its own techniques. The
 * same as backend/pith/domain/screening/thresholds.py; tests/contract/thresholds.json holds both to it.
 */
import type { Policy, Screened } from './policy';

/** What a view tells of it; one that an older app stored tells nothing. */
export interface Practised {
  thresholds?: Readonly<Record<string, number>> | undefined;
  program: Assigned | null;
  earlier: readonly Assigned[];
}

interface Assigned {
  items: readonly { technique_id: string; technique?: { screened?: Screened } }[];
}

export function policyFor(policy: Policy, { thresholds = {}, program, earlier }: Practised): Policy {
  const items = [program, ...earlier].flatMap((version) => version?.items ?? []);
  const own = items.flatMap(({ technique_id, technique }) =>
    technique?.screened ? [[technique_id, technique.screened] as const] : [],
  );
  // The newest version of a technique comes first, and counts.
  const techniques = { ...policy.techniques, ...Object.fromEntries(own.reverse()) };
  return { ...withThresholds(policy, thresholds), techniques };
}

/** The policy with these numbers in place of its own; ids that it does not know change nothing. */
export function withThresholds(policy: Policy, values: Readonly<Record<string, number>>): Policy {
  const moved = new Map<string, number>(
    Object.entries(values).flatMap(([id, value]) => {
      const { at = [], low = 0, high = 0 } = policy.thresholds[id] ?? {};
      const within = Math.max(low, Math.min(high, value));
      return at.map(({ kind, id, name }) => [`${kind} ${id} ${name}`, within] as const);
    }),
  );
  if (moved.size === 0) return policy;
  const now = (kind: string, id: string, name: string, before: number) =>
    moved.get(`${kind} ${id} ${name}`) ?? before;
  const entries = <T extends object, R>(part: T, change: (name: string, one: T[keyof T]) => R) =>
    Object.fromEntries(Object.entries(part).map(([name, one]) => [name, change(name, one)])) as Record<
      keyof T,
      R
    >;
  return {
    ...policy,
    rules: policy.rules.map((rule) => ({
      ...rule,
      limits: entries(rule.limits, (name, limit) =>
        limit === true ? limit : now('rule', rule.id, name, limit as number),
      ),
    })),
    timelines: entries(policy.timelines, (_, timeline) => {
      const [[first]] = timeline.phases as [readonly [string, number]];
      return {
        ...timeline,
        phases: timeline.phases.map(([flag, day]) => [flag, now('timeline', first, flag, day)] as const),
        ends: timeline.ends === null ? null : now('timeline', first, 'ends', timeline.ends),
      };
    }),
    numbers: entries(policy.numbers, (name, number) => now('number', name, '', number)),
  };
}
