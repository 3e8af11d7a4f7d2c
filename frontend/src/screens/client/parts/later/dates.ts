import { locale } from '../../../../text/language';
import { named } from '../dates';

export function briefDay(date: string): string {
  return named(date, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
}

export function shortDay(date: string): string {
  return named(date, { day: 'numeric', month: 'long' });
}

export function monthName(date: string, withYear: boolean): string {
  return named(date, withYear ? { month: 'long', year: 'numeric' } : { month: 'long' });
}

export function dayAndClock(instant: string): string {
  const format = new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(new Date(instant));
}
