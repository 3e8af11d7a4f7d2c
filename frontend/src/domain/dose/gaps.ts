/** Days that were prescribed and left out. */
import type { DoseHistory } from './history';

/** The last practised date before `day`, and how many prescribed dates between the two were left out. */
export function gapBefore(
  { prescribed, practised }: DoseHistory,
  day: string,
): [last: string | null, gap: number] {
  const last = practised.reduce<string | null>(
    (best, date) => (date < day && (best === null || best < date) ? date : best),
    null,
  );
  const left = new Set(prescribed.filter((date) => date < day && (last === null || last < date)));
  return [last, left.size];
}
