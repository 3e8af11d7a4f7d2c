import { addDays } from './days';
import { inForce, itemsOn } from './inForce';

interface PlannedVersion {
  number: number;
  starts_on: string;
  days: number[];
  items: { days: number[] | null; dose_s: number }[];
}

interface Practice {
  id: string;
  local_date: string;
  items: { technique_id: string; planned_s: number; done_s: number }[];
}

export interface DaysKept {
  kept: number;
  prescribed: number;
  /** Every practised date of the window, extras on rest days too. */
  practised: string[];
}

/**
 * Days kept of the last `windowDays`, today included only when it was practised: the day is not over.
 * Rest days and days before the first version are in neither number.
 */
export function daysKept(
  versions: readonly PlannedVersion[],
  sessions: readonly Practice[],
  voided: ReadonlySet<string>,
  today: string,
  windowDays = 14,
): DaysKept {
  const valid = sessions.filter((session) => !voided.has(session.id));
  const kept: DaysKept = { kept: 0, prescribed: 0, practised: [] };
  for (let back = windowDays - 1; back >= 0; back -= 1) {
    const date = addDays(today, -back);
    const version = inForce(versions, date);
    const items = version ? itemsOn(version, date) : [];
    const dose = items.reduce((sum, item) => sum + item.dose_s, 0);
    const practised = isPractised(
      valid.filter((session) => session.local_date === date),
      dose,
    );
    if (practised) kept.practised.push(date);
    if (items.length === 0 || (date === today && !practised)) continue;
    kept.prescribed += 1;
    if (practised) kept.kept += 1;
  }
  return kept;
}

/**
 * Whether the sessions of one date make it a practised day: one technique done to 80 % within a session,
 * or half of the date's dose over all of them.
 */
export function isPractised(sessions: readonly Pick<Practice, 'items'>[], doseS: number): boolean {
  if (sessions.some(hasTechniqueDone)) return true;
  const done = sessions.flatMap((session) => session.items).reduce((sum, entry) => sum + entry.done_s, 0);
  return doseS > 0 && done * 2 >= doseS;
}

function hasTechniqueDone(session: Pick<Practice, 'items'>): boolean {
  const sums = new Map<string, { planned: number; done: number }>();
  for (const entry of session.items) {
    const sum = sums.get(entry.technique_id) ?? { planned: 0, done: 0 };
    sums.set(entry.technique_id, { planned: sum.planned + entry.planned_s, done: sum.done + entry.done_s });
  }
  return [...sums.values()].some(({ planned, done }) => planned > 0 && done * 5 >= planned * 4);
}
