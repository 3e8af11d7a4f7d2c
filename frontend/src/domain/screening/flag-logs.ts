/**
 * From the logs of flags to the flags in force. Nothing is ever deleted: a flag is lowered, and its logs stay. Source:
 * domain.md 2.5, DECISIONS "Verdict, dose, flags" (a late red flag always locks; a lift names the flag log). An act is
 * about what the therapist saw, so it names the raises that it covers, and no clock decides.
 */
import type { Raised } from './dates';
import type { Site } from './sites';

/**
 * `act`: raise, lower, or confirm (the days of a dated flag until `since` have passed). `at` is the corrected time in
 * milliseconds. `covers`: the raises that an act is about. `question`: the one of the intake that raised a flag, '' where
 * it was none, or is not known. The `id` begins with that of the phone's log, up to a colon.
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
  covers: readonly string[];
  question: string;
}

/**
 * The flags in force, in the order of (corrected time, id), however the logs arrived. Only a therapist lowers or
 * confirms, and she gives a reason; anything else changes nothing.
 */
export function foldFlags(logs: readonly FlagEntry[]): Raised[] {
  const ordered = [...new Map(logs.map((log) => [log.id, log])).values()].sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
  const answeredFor = ordered.filter((log) => log.by_therapist && log.reason.trim() !== '');
  const raises = ordered.filter(({ act }) => act === 'raise');
  return raises.flatMap((log, place) => {
    const { id, flag, sites, since } = log;
    const acts = answeredFor.filter((one) => one.flag === flag && one.covers.includes(id));
    const over = acts.some(({ act }) => act === 'lower');
    if (over || raises.slice(place + 1).some((later) => tellsAgain(log, later))) return [];
    const days = acts.flatMap((one) => (one.act === 'confirm' && one.since !== null ? [one.since] : []));
    return [{ flag, sites, since, confirmed: days.sort().at(-1) ?? null, log: id }];
  });
}

/** Whether the later log answers the same question, for the same day, with the place that was not told before. */
function tellsAgain(log: FlagEntry, later: FlagEntry): boolean {
  const same = log.flag === later.flag && log.since === later.since && log.question === later.question;
  return (
    same &&
    log.question !== '' &&
    log.sites.length === 0 &&
    later.sites.length > 0 &&
    source(log) !== source(later)
  );
}

function source({ id }: FlagEntry): string | undefined {
  return id.split(':')[0];
}
