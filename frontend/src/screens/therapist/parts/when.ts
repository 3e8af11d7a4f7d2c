/** Dates and instants in words. Instants are shown in the zone of the person they are about. */
import { daysBetween, localDate, weekday } from '../../../domain/days';
import { calledSince } from '../../../domain/desk/reminders';
import { desk } from '../../../text/desk';
import { locale } from '../../../text/language';

export function todayIn(zone: string): string {
  return localDate(Date.now(), zone);
}

/** "today", "yesterday", "3 days ago", "12 Oct", "12 Oct 2025". */
export function dayWords(date: string, today: string): string {
  const days = daysBetween(date, today);
  if (days === 0) return desk.today;
  if (days === 1) return desk.yesterday;
  if (days > 1 && days < 7) return desk.daysAgo(days);
  return plainDay(date, today);
}

/** "Sat 12 Oct", with the year when it is another one. */
export function plainDay(date: string, today: string): string {
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T12:00:00Z`));
}

/** "3–9 Nov": from one day to another, in few letters. */
export function daySpan(from: string, to: string): string {
  const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(
    noon(from),
    noon(to),
  );
}

export function clock(instant: string, zone: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(
    Date.parse(instant),
  );
}

/** "today 07:12", "Sat 12 Oct 07:12". */
export function instantWords(instant: string, zone: string): string {
  const date = localDate(Date.parse(instant), zone);
  const today = todayIn(zone);
  const days = daysBetween(date, today);
  const day = days === 0 ? desk.today : days === 1 ? desk.yesterday : plainDay(date, today);
  return `${day} ${clock(instant, zone)}`;
}

/** What stands behind "since": "today", "yesterday", "Tuesday", "Sat 12 Oct"; nothing where nobody knows. */
export function sinceWords(instant: string | null, zone: string): string {
  if (instant === null) return '';
  const [date, today] = [localDate(Date.parse(instant), zone), todayIn(zone)];
  const called = calledSince(date, today);
  if (called === 'today') return desk.today;
  if (called === 'yesterday') return desk.yesterday;
  return called === 'weekday' ? (desk.weekdaysLong[weekday(date)] ?? '') : plainDay(date, today);
}

export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
