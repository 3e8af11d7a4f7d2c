import { localDate } from '../../../../../domain/days';
import { backOn, isOn, nearness, unheard } from '../../../../../domain/reminders';
import { pushState } from '../../../../../push';
import { deviceZone, todayDate } from '../../../../../store';
import { choice, nextNow, proof } from '../../../../../store/reminders';
import { safety } from '../../../../../store/screening';
import { reminders as words } from '../../../../../text/reminders';
import { clock, longDay, weekdayName } from '../../dates';
import { shortDay } from '../dates';

/** A date and time of hers as a person calls them, in the middle of a sentence. */
export function called(date: string, time: string): string {
  const near = nearness(date, localDate(Date.now(), zone()));
  return words.when(near, near === 'named' ? weekdayName(date) : shortDay(date), time);
}

/** An instant, on the clock that her times are told on. */
export function calledAt(instant: string): string {
  return called(localDate(Date.parse(instant), zone()), clock(instant, zone()));
}

/** The zone of her times, wherever this phone is. */
function zone(): string {
  return choice.value?.timezone ?? deviceZone();
}

/** The next reminder in words, or why there is none: no time is promised at which nothing would ring. */
export function nextWords(): string {
  const known = choice.value;
  const back = backOn(known, todayDate());
  if (!isOn(known)) return words.noTime;
  if (known?.calendar) return words.byCalendar;
  if (back) return words.away(longDay(back));
  const held = safety.value;
  if (held && (held.red.length > 0 || !held.asking.open)) return words.paused;
  // Before anything has looked, what this browser is stays open.
  const why = unheard(proof.value?.proof ?? null, ['on', 'unknown'].includes(pushState.value));
  if (why) return { weekly: words.proof.weekly, none: words.proof.rest, nowhere: words.nowhere }[why];
  const next = nextNow(Date.now());
  return next ? upper(called(next.date, next.time)) : words.nothing;
}

function upper(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
