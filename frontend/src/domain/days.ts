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

/**
 * Milliseconds of an instant written as ISO 8601 with `Z` or an offset.
 * @throws RangeError when the text is not such an instant
 */
export function parseInstant(text: string): number {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text);
  if (!found) throw new RangeError(`not an instant: ${text}`);
  const [, date = '', h, m, s, fraction = '', sign, offsetH = '0', offsetM = '0'] = found;
  const seconds = Number(h) * 3600 + Number(m) * 60 + Number(s);
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offset = (Number(offsetH) * 60 + Number(offsetM)) * 60_000 * (sign === '-' ? -1 : 1);
  return dayNumber(date) * DAY_MS + seconds * 1000 + ms - offset;
}

/** The instant as UTC text with milliseconds, the form that the wire uses. */
export function instantText(atMs: number): string {
  const day = Math.floor(atMs / DAY_MS);
  const ms = Math.floor(atMs - day * DAY_MS);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const time = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`;
  return `${dateOfDayNumber(day)}T${time}.${String(ms % 1000).padStart(3, '0')}Z`;
}

/** Days since 1970-01-01 of a date of the Gregorian calendar (the civil-day count, eras of 400 years). */
function dayNumber(date: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (!found) throw new RangeError(`not a date: ${date}`);
  const month = Number(found[2]);
  const year = Number(found[1]) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(found[3]) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dateOfDayNumber(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
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
