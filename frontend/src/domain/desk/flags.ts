/** A client's flags as her therapist reads them: what stands today, where a dated one is in its course, what to do. */
import { addDays, daysBetween } from '../days';
import type { Policy, Site } from '../screening';

/** One thing that was told of a flag. `by` null: the client herself. Dates are local dates, instants UTC texts. */
export interface FlagTold {
  id: string;
  act: 'raise' | 'lower' | 'confirm' | 'lift';
  flag_id: string;
  label: string;
  red: boolean;
  at: string;
  received_at: string;
  by: { id: string; name: string } | null;
  sites: Site[];
  since: string | null;
  source: string | null;
  reason: string;
  /** The tellings that an act is about. */
  covers: readonly string[];
}

/** A flag that is on today, with what raised it; a dated one stands here once for each of its phases that is on. */
export interface FlagOn extends FlagTold {
  confirmed: string | null;
}

export interface FlagSheet {
  today: string;
  flags: FlagOn[];
  history: FlagTold[];
}

/** What she does about a flag, as the server takes it. */
export interface FlagAct {
  flag_id: string;
  act: FlagTold['act'];
  sites?: readonly Site[];
  since?: string | null;
  reason: string;
  /** The tellings that she lowers or confirms; a lift has its one in `lifts`. */
  covers?: readonly string[];
  lifts?: string;
}

/** `flag` is the one that was raised, which an act names; `phases` are those that are on, the earliest first. */
export interface Standing {
  flag: string;
  label: string;
  phases: { flag: string; label: string }[];
  sites: Site[];
  /** It has a place, but none was told: it counts everywhere. */
  placeless: boolean;
  since: string | null;
  /** It moves on by a date. */
  dated: boolean;
  /** Newest first. */
  tellings: FlagOn[];
  course: Course | null;
}

/**
 * Where a dated flag is in its course. `over`: phases that are over by the date and wait for her word; `next`: when the
 * date moves it on, and to which phase (null: to nothing more).
 */
export interface Course {
  day: number;
  over: string[];
  overSince: string | null;
  next: { on: string; flag: string | null } | null;
  byItself: boolean;
}

/** Red flags that stand, newest first: each is lifted by itself. */
export function redStanding(sheet: FlagSheet): FlagOn[] {
  return newestFirst(sheet.flags.filter((flag) => flag.red));
}

/** The other flags that stand, the most serious first; what was told twice of one flag and day stands together. */
export function standing(sheet: FlagSheet, policy: Policy): Standing[] {
  const own = new Map(sheet.history.map((told) => [told.id, told]));
  const groups = new Map<string, FlagOn[]>();
  for (const flag of sheet.flags) {
    if (flag.red) continue;
    const key = `${own.get(flag.id)?.flag_id ?? flag.flag_id} ${flag.since ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), flag]);
  }
  const order = Object.keys(policy.flags);
  return [...groups.values()]
    .map((flags) => standingOf(flags as [FlagOn, ...FlagOn[]], own, policy, sheet.today))
    .sort((a, b) => order.indexOf(a.flag) - order.indexOf(b.flag));
}

/** Null where the flag has no date. */
export function courseOf(
  policy: Policy,
  flag: string,
  since: string | null,
  on: readonly string[],
  today: string,
): Course | null {
  const timeline = policy.timelines[flag];
  if (!timeline || since === null) return null;
  const day = daysBetween(since, today);
  const starts = timeline.phases.map(([, first]) => first);
  const ends = timeline.phases.map((_, at) => starts[at + 1] ?? timeline.ends);
  const ended = timeline.phases.flatMap(([phase], at) => {
    const end = ends[at] ?? null;
    return on.includes(phase) && end !== null && end <= day ? [{ phase, end }] : [];
  });
  const own = timeline.phases.findIndex(([phase]) => phase === flag);
  const ahead = ends.slice(own).find((end) => end !== null && end > day) ?? null;
  const entered = timeline.phases.find(([, first]) => first === ahead);
  const first = ended[0];
  return {
    day,
    over: ended.map(({ phase }) => phase),
    overSince: first ? addDays(since, first.end) : null,
    next: ahead === null ? null : { on: addDays(since, ahead), flag: entered?.[0] ?? null },
    byItself: timeline.by_itself,
  };
}

/** Whether something of it waits for her word that the days have passed. */
export function waitsForWord({ course }: Standing): boolean {
  return course !== null && course.over.length > 0;
}

/** Whether she may confirm its days: not where there is no date, and not where it ends by itself. */
export function canConfirm({ course }: Standing): boolean {
  return course !== null && !course.byItself;
}

/** A flag that she may raise. `placed`: it has a place; `dated`: it moves on by a date. */
export interface Raisable {
  id: string;
  label: string;
  red: boolean;
  placed: boolean;
  dated: boolean;
}

/** Every flag by its name, the most serious first; the red ones, which a phone mostly tells itself, at the end. */
export function raisable(policy: Policy, labels: Readonly<Record<string, string>>): Raisable[] {
  const red = policy.red_flags.map((id) => ({ id, red: true, placed: false, dated: false }));
  const others = Object.entries(policy.flags).map(([id, { placed }]) => ({
    id,
    red: false,
    placed,
    dated: id in policy.timelines,
  }));
  return [...others, ...red].map((one) => ({ ...one, label: labels[one.id] ?? one.id }));
}

/** Those in whose names each typed word begins some word, whatever its case and accents. */
export function flagsNamed(all: readonly Raisable[], typed: string): Raisable[] {
  const wanted = simpleWords(typed);
  return all.filter(({ label }) => {
    const has = simpleWords(label);
    return wanted.every((part) => has.some((word) => word.startsWith(part)));
  });
}

function standingOf(
  flags: readonly [FlagOn, ...FlagOn[]],
  own: ReadonlyMap<string, FlagTold>,
  policy: Policy,
  today: string,
): Standing {
  const tellings = newestFirst([...new Map(flags.map((flag) => [flag.id, flag])).values()]);
  const { id, flag_id, label, since } = flags[0];
  const raised = own.get(id) ?? { flag_id, label };
  const phases = [...new Map(flags.map((one) => [one.flag_id, one.label]))];
  const on = phases.map(([flag]) => flag);
  const placed = policy.flags[raised.flag_id]?.placed ?? false;
  return {
    flag: raised.flag_id,
    label: raised.label,
    phases: phases.map(([flag, name]) => ({ flag, label: name })),
    sites: placesOf(tellings),
    placeless: placed && tellings.some((one) => one.sites.length === 0),
    since,
    dated: raised.flag_id in policy.timelines,
    tellings,
    course: courseOf(policy, raised.flag_id, since, on, today),
  };
}

function placesOf(tellings: readonly FlagOn[]): Site[] {
  const sites = tellings.flatMap((one) => one.sites);
  return [...new Map(sites.map((site) => [`${site.region} ${site.side}`, site])).values()];
}

function newestFirst(flags: readonly FlagOn[]): FlagOn[] {
  return [...flags].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}

function simpleWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
