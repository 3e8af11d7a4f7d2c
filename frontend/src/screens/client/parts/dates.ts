import { locale } from '../../../text/language';

/** Local dates are calendar days, not instants: they are named at noon UTC, where no zone can shift them. */
export function named(date: string, options: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' });
  return format.format(new Date(`${date}T12:00:00Z`));
}

export function longDay(date: string): string {
  return named(date, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
}

export function weekdayName(date: string): string {
  return named(date, { weekday: 'long' });
}

/** The clock at an instant: in the zone where it was lived, or in this device's. */
export function clock(instant: string, zone?: string): string {
  const format = new Intl.DateTimeFormat(locale(), {
    hour: '2-digit',
    minute: '2-digit',
    ...(zone ? { timeZone: zone } : {}),
  });
  return format.format(new Date(instant));
}
