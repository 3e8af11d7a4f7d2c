import type { Course, FlagTold, Standing } from '../../../../domain/desk/flags';
import { desk } from '../../../../text/desk';
import { instantWords, plainDay } from '../../parts/when';

const words = () => desk.screening;
/** What arrives within this time was told to a phone with a network. */
const AT_ONCE_MS = 10 * 60_000;

/** "Told by the client in the daily check, today 07:12, arrived today 09:40": who, how, when, and how late. */
export function toldWords(told: FlagTold, zone: string): string {
  const { by, source } = told;
  const who = by === null ? words().flags.client(source) : words().flags.therapist(by.name, source);
  return [who, ...whenWords(told, zone)].join(', ');
}

export function whenWords({ at, received_at }: FlagTold, zone: string): string[] {
  const late = Date.parse(received_at) - Date.parse(at) > AT_ONCE_MS;
  return [instantWords(at, zone), ...(late ? [words().flags.arrived(instantWords(received_at, zone))] : [])];
}

/** Where a dated flag is, what comes next, and what waits for her; nothing for one without a date. */
export function courseWords(
  { course, since }: Standing,
  today: string,
  labels: Readonly<Record<string, string>>,
): { waits: string | null; next: string | null } {
  if (!course) return { waits: null, next: null };
  const waits =
    course.overSince === null || since === null
      ? null
      : words().flags.waits(plainDay(course.overSince, today));
  return { waits, next: nextWords(course, today, labels) };
}

function nextWords(
  { next, byItself }: Course,
  today: string,
  labels: Readonly<Record<string, string>>,
): string | null {
  if (next === null) return null;
  const day = plainDay(next.on, today);
  if (byItself) return words().flags.endsAlone(day);
  const then =
    next.flag === null ? words().flags.ends(day) : words().flags.next(day, labels[next.flag] ?? next.flag);
  return words().flags.waitsNext(then);
}
