import { daysBetween, instantText, localDate } from '../../../../domain/days';
import { GENTLE_MS, gentleUntil } from '../../../../domain/dose/visits';
import type { View } from '../../../../domain/types';
import { deviceZone } from '../../../../store';
import { isGentle } from '../../../../store/dose';
import { behindMs } from '../../../../store/state';
import { dose as words } from '../../../../text/dose';
import { clock, weekdayName } from '../../parts/dates';

/** When her visit was and until when it stays gentle; null while nothing of the day is softer for it. */
export function gentleLine({ visits = [] }: View, date: string): string | null {
  const until = isGentle() ? gentleUntil(visits, Date.now() + behindMs.value) : null;
  if (until === null) return null;
  // On the clock of this phone, as everything that she reads here.
  const on = (server_ms: number) => localDate(server_ms - behindMs.value, deviceZone());
  const visited = on(until - GENTLE_MS);
  const ago = daysBetween(visited, date);
  const { today, yesterday, on: weekday } = words.visited;
  const day = ago < 1 ? today : ago === 1 ? yesterday : weekday(weekdayName(visited));
  const ends = on(until);
  return words.gentle(day, ends === date ? clock(instantText(until - behindMs.value)) : weekdayName(ends));
}
