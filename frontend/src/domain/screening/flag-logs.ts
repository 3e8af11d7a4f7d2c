/**
 * From the logs of flags to the flags in force. Nothing is ever deleted: a flag is lowered, and its logs stay. Source:
 * domain.md 2.5, DECISIONS "Verdict, dose, flags" (a late red flag always locks; a lift names the flag log).
 */
import type { Raised } from './dates';
import { ANY_RED_FLAG, type Policy } from './policy';
import type { Site } from './sites';

/**
 * `act`: raise, lower, or confirm (the days of a dated flag until `since` have passed). `at` is the corrected time in
 * milliseconds. A lift of a red flag names the log that it lifts in `lifts`.
 */
export interface FlagEntry {
  id: string;
  at: number;
  act: 'raise' | 'lower' | 'confirm';
  flag: string;
  by_therapist: boolean;
  sites: readonly Site[];
  since: string | null;
  reason: string;
  lifts: string | null;
}

/**
 * The flags in force, in the order of (corrected time, id), however the logs arrived. Only a therapist lowers or
 * confirms, and she gives a reason; anything else changes nothing. A later raise that tells the place stands for the
 * earlier ones of that flag that told none.
 */
export function foldFlags(policy: Policy, logs: readonly FlagEntry[]): Raised[] {
  const red = new Set([...policy.red_flags, ANY_RED_FLAG]);
  const ordered = [...new Map(logs.map((log) => [log.id, log])).values()].sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
  const lifted = new Set(ordered.filter((log) => answeredFor(log, 'lower')).map((log) => log.lifts));
  let raised: Raised[] = [];
  for (const log of ordered) {
    if (log.act === 'raise') raised = withRaise(raised, log);
    // Which lift takes back which red flag does not hang on any clock.
    else if (red.has(log.flag)) continue;
    else if (answeredFor(log, 'lower')) raised = raised.filter((one) => one.flag !== log.flag);
    else if (answeredFor(log, 'confirm')) raised = raised.map((one) => confirmed(one, log));
  }
  return raised.filter((one) => !(red.has(one.flag) && lifted.has(one.log)));
}

function withRaise(raised: Raised[], { flag, sites, since, id }: FlagEntry): Raised[] {
  const kept = raised.filter((one) => !(sites.length > 0 && one.flag === flag && one.sites.length === 0));
  return [...kept, { flag, sites, since, confirmed: null, log: id }];
}

function confirmed(one: Raised, log: FlagEntry): Raised {
  if (one.flag !== log.flag || log.since === null) return one;
  const later = one.confirmed === null || one.confirmed < log.since;
  return later ? { ...one, confirmed: log.since } : one;
}

function answeredFor(log: FlagEntry, act: FlagEntry['act']): boolean {
  return log.act === act && log.by_therapist && log.reason.trim() !== '';
}
