/**
 * Flags that move on by their stored date, computed anew each day, so that an offline phone moves on too. A date adds
 * the later flag at once; the earlier one stays until the therapist confirms, the first 72 hours and the gates of one
 * day excepted. Source: domain.md 2.1, DECISIONS "Verdict, dose, flags".
 */
import { addDays, daysBetween } from '../days';
import type { Policy, Timeline } from './policy';
import type { Site } from './sites';

const PREGNANCY_DAYS = 280;

/**
 * A flag as somebody raised it. `since` is day 0 of its timeline; `confirmed`: until when the therapist confirmed that
 * the days have passed; `log` is the flag log that raised it. Dates are local dates.
 */
export interface Raised {
  flag: string;
  sites: readonly Site[];
  since: string | null;
  confirmed: string | null;
  log: string;
}

/** A flag that is on today. */
export interface Active {
  flag: string;
  sites: readonly Site[];
  log: string;
}

/** What is on today, in the order in which it was raised. */
export function activeFlags(policy: Policy, raised: readonly Raised[], today: string): Active[] {
  return raised.flatMap((one) =>
    flagsOn(policy, one, today).map((flag) => ({ flag, sites: one.sites, log: one.log })),
  );
}

/** The flag of the phase that `today` is in; without a date the first and strictest; null when all is over. */
export function phaseOn(timeline: Timeline, since: string | null, today: string): string | null {
  const day = since === null ? 0 : daysBetween(since, today);
  if (timeline.ends !== null && day >= timeline.ends) return null;
  const [first, ...later] = timeline.phases as [readonly [string, number], ...(readonly [string, number])[]];
  return later.reduce((flag, [next, from]) => (from <= day ? next : flag), first[0]);
}

/** Day 0 of a pregnancy, from which its weeks are counted. */
export function pregnancyStart(due: string): string {
  return addDays(due, -PREGNANCY_DAYS);
}

/**
 * Day 0 of a flag without an end of its own that was told on this day without a date: its phase may end tomorrow, so the
 * next one comes at once rather than never. Null where the flag as it was told is the strictest.
 */
export function assumedStart(policy: Policy, flag: string, toldOn: string): string | null {
  const timeline = policy.timelines[flag];
  const own = timeline?.phases.findIndex(([phase]) => phase === flag) ?? -1;
  const next = timeline?.ends === null ? timeline.phases[own + 1] : null;
  return next ? addDays(toldOn, 1 - next[1]) : null;
}

function flagsOn(policy: Policy, raised: Raised, today: string): string[] {
  const { since } = raised;
  const timeline = policy.timelines[raised.flag];
  if (!timeline || since === null) return [raised.flag];
  const ahead = daysBetween(since, today);
  const confirmed = raised.confirmed === null ? -1 : daysBetween(since, raised.confirmed);
  const over = timeline.by_itself ? ahead : Math.min(confirmed, ahead);
  const own = timeline.phases.findIndex(([flag]) => flag === raised.flag);
  return timeline.phases.flatMap(([flag, first], at) => {
    const next = timeline.phases[at + 1];
    const end = next ? next[1] : timeline.ends;
    const on = at >= own && (at === own || first <= ahead) && (end === null || over < end);
    return on ? [flag] : [];
  });
}
