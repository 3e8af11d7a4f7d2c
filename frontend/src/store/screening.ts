import { computed, signal } from '@preact/signals';
import type { Item } from '../domain/program';
import { type SafeDay, safeDay } from '../domain/safe-day';
import { type Safety, safetyOf } from '../domain/safety';
import type { Policy } from '../domain/screening';
import { loadPolicy } from './content';
import { logs, todayDate, view } from './index';
import { behindMs } from './state';

/** A clock that nobody touches still comes to midnight. */
const LOOK_MS = 30_000;

const rules = signal<Policy | null>(null);
const today = signal(todayDate());

/** The rules did not come: nothing can be checked, so nothing may begin. */
export const unchecked = signal(false);
/** The rules as they hold for this practice; null until they are here. */
export const policy = computed<Policy | null>(() => rules.value);

/** What is known of her today: anew with each log that is saved, each view that comes, and each day that begins. */
export const safety = computed<Safety | null>(() => {
  if (!policy.value || !view.value) return null;
  return safetyOf(policy.value, view.value, logs.value, today.value, behindMs.value);
});

/** Fetches the rules, once; a phone that has had them has them without a network. */
export async function fetchRules(): Promise<void> {
  try {
    rules.value ??= await loadPolicy();
    unchecked.value = false;
  } catch {
    unchecked.value = true;
  }
}

/** The day that is lived now. Dated flags move on with it. */
export function lookAtDay(): string {
  today.value = todayDate();
  return today.value;
}

/** Brings the rules, and follows the calendar of a phone that stays open; call once. */
export function startScreening(): void {
  const look = () => {
    lookAtDay();
    if (!rules.value) void fetchRules();
  };
  look();
  setInterval(look, LOOK_MS);
  for (const seen of ['visibilitychange', 'pageshow', 'online']) addEventListener(seen, look, true);
}

/** The items as they may be done today; null where nothing may be begun. */
export function mayDo(items: readonly Item[]): SafeDay | null {
  const known = safety.value;
  if (!policy.value || !known?.asking.open || known.red.length > 0) return null;
  return safeDay(items, { policy: policy.value, ...known });
}
