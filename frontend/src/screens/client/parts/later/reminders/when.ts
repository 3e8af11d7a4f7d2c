import { localDate } from '../../../../../domain/days';
import { backOn, isOn, nearness } from '../../../../../domain/reminders';
import { deviceZone, todayDate } from '../../../../../store';
import { choice, nextNow } from '../../../../../store/reminders';
import { reminders as words } from '../../../../../text/reminders';
import { clock, longDay, weekdayName } from '../../dates';
import { shortDay } from '../dates';

/** A local date and time as a person calls them, in the middle of a sentence. */
export function called(date: string, time: string): string {
  const near = nearness(date, todayDate());
  return words.when(near, near === 'named' ? weekdayName(date) : shortDay(date), time);
}

/** An instant, on this phone's clock. */
export function calledAt(instant: string): string {
  return called(localDate(Date.parse(instant), deviceZone()), clock(instant));
}

/** The next reminder in words, or why there is none. */
export function nextWords(): string {
  const known = choice.value;
  const back = backOn(known, todayDate());
  if (!isOn(known)) return words.noTime;
  if (known?.calendar) return words.byCalendar;
  if (back) return words.away(longDay(back));
  const next = nextNow(Date.now());
  return next ? upper(called(next.date, next.time)) : words.nothing;
}

function upper(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
