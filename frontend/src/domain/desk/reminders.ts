/** Reminders at the desk: whether they arrive, and a choice that is being written together in the room. */
import { daysBetween } from '../days';
import { type Choice, faultsOf, isQuiet, type Slot } from '../reminders';
import { ALL_DAYS } from './draft';

/**
 * none: no time is on (or `calendar`); untried: nothing went out since her phone takes them; else the newest one, and
 * since when it has been so without a break (null: nobody knows).
 */
export interface ReminderProof {
  state: 'none' | 'untried' | 'shown' | 'accepted' | 'failed';
  since: string | null;
  reason: string | null;
}

/** How a day that is over is called: by its nearness, by its weekday within the last six days, or by its date. */
export function calledSince(date: string, today: string): 'today' | 'yesterday' | 'weekday' | 'date' {
  const ago = daysBetween(date, today);
  if (ago === 0) return 'today';
  if (ago === 1) return 'yesterday';
  return ago > 1 && ago < 7 ? 'weekday' : 'date';
}

/** Times that suit most, in the order in which they are offered. */
const USUAL = ['07:00', '19:00', '12:30', '21:00'];

/** One more time, on every day, at an hour that is still free. */
export function withOneMore(slots: readonly Slot[]): Slot[] {
  const taken = new Set(slots.map(({ time }) => time));
  return [...slots, { time: USUAL.find((time) => !taken.has(time)) ?? '', days: ALL_DAYS, enabled: true }];
}

export function withChanged(slots: readonly Slot[], place: number, change: Partial<Slot>): Slot[] {
  return slots.map((slot, at) => (at === place ? { ...slot, ...change } : slot));
}

export function withoutOne(slots: readonly Slot[], place: number): Slot[] {
  return slots.filter((_, at) => at !== place);
}

/** A time that is on and never comes, for it lies in the quiet hours; not while either is still being filled in. */
export function isSilenced({ quiet }: Pick<Choice, 'quiet'>, { time, enabled }: Slot): boolean {
  if (!enabled || !quiet?.from || !quiet.to || time === '') return false;
  return isQuiet(quiet, time);
}

export type Fault = 'empty' | 'twice' | 'many' | 'past';

/** What cannot be saved yet, by field as on the wire; `today` is her local date. */
export function chosenFaults(choice: Choice, today: string): Record<string, Fault> {
  const found: Record<string, Fault> = {};
  for (const field of faultsOf(choice)) found[field] = field === 'slots' ? 'many' : 'twice';
  // Two that are not filled in yet are not the same time twice.
  choice.slots.forEach(({ time }, place) => {
    if (time === '') found[`slots.${place}.time`] = 'empty';
  });
  if (choice.quiet?.from === '') found['quiet.from'] = 'empty';
  if (choice.quiet?.to === '') found['quiet.to'] = 'empty';
  if (choice.away_until === '') found.away_until = 'empty';
  else if (choice.away_until !== null && choice.away_until <= today) found.away_until = 'past';
  return found;
}

/** Only what is sent: the answer of the server says more. */
export function chosenIn(file: Choice): Choice {
  const { timezone, slots, follows_phone, quiet, away_until, follow_up_min, calendar } = file;
  return { timezone, slots, follows_phone, quiet, away_until, follow_up_min, calendar };
}
