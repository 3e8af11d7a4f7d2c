// Her day as it may be done: by the rules of her safety first, then by what the body's answers left of the dose. The
// strictest of both wins.
import type { DosedDay } from '../domain/dose/day';
import type { Overlay } from '../domain/dose/overlay';
import type { Laid, News } from '../domain/dose/phone';
import type { Item } from '../domain/program';
import { type SafeDay, safeDay } from '../domain/safe-day';
import { type PlannedWay, stillFits } from '../domain/still';
import { versionsOf } from '../domain/today';
import { computed } from '../signals';
import { doseRules } from './dose-rules';
import { logs, view } from './index';
import { clock, heard, policy, safety } from './screening';
import { behindMs } from './state';

/** `resting`: what rests by the rules of the dose. */
export type DayToday = SafeDay & DosedDay;

/** What lies over her program now: anew with each log, each view, and as time goes on. Null until it can be said. */
export const laid = computed<Laid | null>(() => {
  if (!doseRules.value || !view.value) return null;
  const known = {
    view: view.value,
    logs: heard.value,
    red: safety.value?.red ?? [],
    now_ms: Date.now(),
    behind_ms: behindMs.value,
  };
  return doseRules.value.laidOver(known, clock.value.date);
});

/** As text, which is the same as long as nothing of it changes: no page is drawn anew with each look at the clock. */
const overlay = computed(() => JSON.stringify(laid.value?.overlay ?? null));

/** What she was not told yet of the changes of her program. */
export const untold = computed<readonly News[]>(() => {
  const now = laid.value;
  return now && doseRules.value ? doseRules.value.untold(now, logs.value, clock.value.date) : [];
});

/** Seconds a day at most, where less is left than was assigned. */
export function budgetS(): number | null {
  return overlaid()?.budget_s ?? null;
}

/** Whether a hands-on visit makes these two days softer. */
export function isGentle(): boolean {
  return overlaid()?.gentle === true;
}

/** The items as they may be done today; null where nothing may be begun. */
export function mayDo(items: readonly Item[]): DayToday | null {
  const day = safely(items);
  const left = day && dosed(day.items);
  return day && left && { ...day, ...left };
}

/** The items as the dose leaves them, also while it is open whether she may begin; null until it can be said. */
export function dosed(items: readonly Item[]): DosedDay | null {
  const lies = overlaid();
  return lies && doseRules.value ? doseRules.value.dosed(items, lies, safety.value?.owned ?? null) : null;
}

/** Whether an item of a session under way may still be done as it was planned, or as it is offered in it. */
export function mayStill(): (item: PlannedWay) => boolean {
  const items = view.value ? versionsOf(view.value).flatMap((version) => version.items) : [];
  const day = stillLeft(items);
  return (item) => {
    if (!day) return false;
    const known = items.some(
      ({ key, technique_id }) => key === item.key && technique_id === item.technique_id,
    );
    // Of a version that is gone it can only be said that nothing is known against it.
    return known ? stillFits(day, item) : safety.value?.active.length === 0;
  };
}

/** What rests since, or has to be softer, ends in a session under way; how long the rest takes stays as it was begun. */
function stillLeft(items: readonly Item[]): SafeDay | null {
  const day = safely(items);
  const lies = overlaid();
  if (!day || !lies || !doseRules.value) return null;
  return { ...day, items: doseRules.value.waysLeft(day.items, lies, safety.value?.owned ?? null).items };
}

/** By the rules of her safety alone. */
function safely(items: readonly Item[]): SafeDay | null {
  const known = safety.value;
  if (!policy.value || !known?.asking.open || known.red.length > 0) return null;
  return safeDay(items, { policy: policy.value, ...known });
}

function overlaid(): Overlay | null {
  return JSON.parse(overlay.value) as Overlay | null;
}
