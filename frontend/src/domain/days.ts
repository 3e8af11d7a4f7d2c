/** Local dates are `YYYY-MM-DD` strings; instants are milliseconds since 1970 in UTC. */

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The date that a person in `zone` (IANA) lives at an instant.
 * @throws RangeError when the zone is not known
 */
export function localDate(atMs: number, zone: string): string {
  return dateOfDayNumber(Math.floor(localMs(atMs, zone) / DAY_MS));
}

/** Minutes east of UTC at an instant in `zone`; halves of a minute do not exist in zones of today. */
export function utcOffsetMin(atMs: number, zone: string): number {
  return Math.round((localMs(atMs, zone) - Math.floor(atMs / 1000) * 1000) / 60_000);
}

/** 0 = Monday ... 6 = Sunday. */
export function weekday(date: string): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The instant as UTC text with milliseconds, the form that the wire uses. */
export function instantText(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
function dayNumber(date: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!found) throw new RangeError(`not a date: ${date}`);
  return Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / DAY_MS;
}

function dateOfDayNumber(number: number): string {
  return instantText(number * DAY_MS).slice(0, 10);
}

/** The wall clock of `zone` at an instant, read as if it were UTC. */
function localMs(atMs: number, zone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of formatFor(zone).formatToParts(atMs)) part[type] = value;
  const date = `${String(part.year).padStart(4, '0')}-${part.month}-${part.day}`;
  const seconds = Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second);
  return dayNumber(date) * DAY_MS + seconds * 1000;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}
