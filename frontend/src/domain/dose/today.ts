/**
 * The client's own case of a day: the pace, D06 to D14, and what she is told of it. Safer moves are made where they
 * arise. Source: domain.md 3.3. The phone's day is planned without it.
 */
import { addDays, daysBetween, localDate } from '../days';
import { median } from '../median';
import { type DoseRule, decide, type Decision as Ruling } from './decide';
import { peakOf } from './felt';
import type { Course } from './fold';
import { gapBefore } from './gaps';
import type { DoseHistory, DoseItem } from './history';
import { byTime, since } from './instants';
import { ALL, type Layers } from './overlay';
import { anyOpen, isOpen } from './reactions';
import { heaviestS } from './seconds';
import { isGentle } from './visits';

export interface DoseToday extends Ruling {
  target: string;
}

const WEEK = 7;
const WORSE_BY = 2;
const DAY_MS = 86_400_000;

/** The first that holds: a red flag, the newest rest in force, else the rule of her week. */
export function todayOf(history: DoseHistory, course: Course): DoseToday {
  const known = caseOf(history, course);
  if (history.red.length > 0) return { ...decide({ ...known, red_flag: true }), target: ALL };
  const rest = course.layers.pauses().at(-1);
  if (rest) {
    const { rule, decision, notice, target } = rest;
    return { rule, decision, notice, new_s: known.cur_s, target };
  }
  const ruling = held(history, decide(known), known.cur_s);
  const next = nextUp(history.program.items, course.layers);
  return { ...ruling, target: next && ruling.rule === 'D13' ? next.technique_id : ALL };
}

/** Pain before practice has risen: its median of the last 7 days is at least 2 above that of the 7 before. */
function isWorsening(history: DoseHistory): boolean {
  const today = localDate(Date.parse(history.now), history.zone);
  const [last, before] = [today, addDays(today, -WEEK)].map((end) =>
    history.sessions.flatMap(({ pain_before, local_date }) => {
      const back = daysBetween(local_date, end);
      return pain_before !== null && back >= 0 && back < WEEK ? [pain_before] : [];
    }),
  ) as [number[], number[]];
  return Math.min(last.length, before.length) >= 2 && median(last) - median(before) >= WORSE_BY;
}

const WAITS = new Set<DoseRule>(['D04', 'D05']);
const GAPS = new Set<DoseRule>(['D06', 'D07']);
const RISES = new Set<DoseRule>(['D12', 'D13']);

/**
 * What is true of the week lies over the program already: a step back where it arose (two techniques that are well
 * alone, but not the two of them, only wait), a gap at the start of its day. What would rise waits.
 */
function held(history: DoseHistory, ruling: Ruling, cur_s: number): Ruling {
  const hold = { decision: 'HOLD', new_s: cur_s } as const;
  if (WAITS.has(ruling.rule)) return { rule: 'D11', notice: 'none', ...hold };
  if (GAPS.has(ruling.rule)) return { ...ruling, new_s: cur_s };
  if (!RISES.has(ruling.rule)) return ruling;
  if (anyOpen(history.reactions) || wasFeltLong(history)) return { rule: 'D10', notice: 'info', ...hold };
  return isGentle(history) || isWorsening(history) ? { rule: 'D11', notice: 'none', ...hold } : ruling;
}

/** Whether the newest reaction of the week went on for more than a day, though it is over (D10). */
function wasFeltLong({ sessions, reactions, now, zone }: DoseHistory): boolean {
  const about = (id: string) => reactions.filter(({ session_id }) => session_id === id);
  const told = sessions.filter(({ id }) => about(id).length > 0);
  const newest = told
    .map((one) => ({ ...one, at: one.ended_at }))
    .sort(byTime)
    .at(-1);
  if (!newest || daysBetween(newest.local_date, localDate(Date.parse(now), zone)) >= WEEK) return false;
  return about(newest.id).some((answer) => isOpen(answer) && since(answer.at, newest.ended_at) > DAY_MS);
}

function caseOf(history: DoseHistory, course: Course) {
  const { program } = history;
  const { cap_s, slow_lane, step_s, items } = program;
  const today = localDate(Date.parse(history.now), history.zone);
  const from = addDays(today, 1 - WEEK);
  const week = [...new Set(history.prescribed)].filter((date) => date >= from && date <= today);
  const kept = week.filter((date) => history.practised.includes(date));
  const owed = week.filter((date) => date !== today || kept.includes(date));
  const up = nextUp(items, course.layers);
  const { felt, sessions } = course;
  // The lift of a red flag is a change like any other: the clock of the next step starts anew.
  const lifts = (history.lifted ?? []).map((at) => localDate(Date.parse(at), history.zone));
  const changed_on = [course.changed_on, ...lifts].sort().at(-1) as string;
  const thisWeek = sessions.filter(({ local_date }) => local_date >= from && local_date <= today);
  return {
    cur_s: heaviestS(items, course.layers.cuts, course.layers.budget_s),
    cap_s,
    slow_lane,
    ...(step_s !== null && { step_s }),
    level: up ? levelOf(up, course.layers) : 1,
    max_level: up?.max_level ?? 1,
    deltas: felt.deltas(thisWeek).length > 0 ? felt.deltas(sessions) : [],
    peaks: sessions.map((one) => peakOf(one)).filter((peak) => peak !== null),
    gap_days: history.practised.includes(today) ? 0 : gapBefore(history, today)[1],
    practised: kept.length,
    prescribed: owed.length,
    since_change_days: daysBetween(changed_on, today),
    since_level_days: daysBetween(course.levelled_on, today),
  };
}

/** The first in the therapist's order that may go a level higher, else the first. */
function nextUp(items: readonly DoseItem[], layers: Layers): DoseItem | undefined {
  return items.find((item) => levelOf(item, layers) < item.max_level) ?? items[0];
}

function levelOf({ technique_id, level }: DoseItem, layers: Layers): number {
  return Math.min(level, layers.max_level[technique_id] ?? level);
}
