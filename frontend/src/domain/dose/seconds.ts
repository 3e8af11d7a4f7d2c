/** Seconds of dose a day, as they are after cuts and within a budget. */
import type { DoseItem } from './history';

/** Each cut takes a quarter, rounded away from her, and leaves `least_s`: one breath a spot. */
export function afterCuts({ dose_s, least_s }: DoseItem, cuts: number): number {
  let left = dose_s;
  for (let cut = 0; cut < cuts; cut += 1)
    left = Math.max(Math.min(least_s, left), left - Math.ceil(left / 4));
  return left;
}

/** The weekday with most. Levels and pauses change no seconds: what rests comes back. */
export function heaviestS(
  items: readonly DoseItem[],
  cuts: Readonly<Record<string, number>>,
  budget_s: number | null = null,
): number {
  const most = [0, 1, 2, 3, 4, 5, 6].map((day) =>
    items
      .filter(({ days }) => days.includes(day))
      .reduce((sum, item) => sum + afterCuts(item, cuts[item.technique_id] ?? 0), 0),
  );
  return Math.min(Math.max(...most), budget_s ?? Number.POSITIVE_INFINITY);
}
