import { type Safety, safetyOf } from '../domain/safety';
import { type Policy, policyFor } from '../domain/screening';
import type { Log } from '../domain/types';
import { computed, signal } from '../signals';
import { loadPolicy } from './content';
import { doseRules, loadDoseRules } from './dose-rules';
import { logs, profile, saveLogs, todayDate, view } from './index';
import { behindMs } from './state';

/** A clock that nobody touches still comes to midnight. */
const LOOK_MS = 30_000;

const rules = signal<Policy | null>(null);
/** The day that is lived, and when it was looked at last. */
export const clock = signal({ date: todayDate(), at_ms: Date.now() });
const today = computed(() => clock.value.date);
/** Told a moment ago, by whom: it counts before it is on disk, and where the disk refuses it. */
const said = signal<readonly { who: string | undefined; log: Log }[]>([]);

/** The rules did not come: nothing can be checked, so nothing may begin. */
export const unchecked = signal(false);
/** Something that was told is in the memory of this page only. */
export const unkept = signal(false);
/** The rules as they hold for this practice; null until they are here. */
export const policy = computed<Policy | null>(
  () => rules.value && (view.value ? policyFor(rules.value, view.value) : rules.value),
);

/** What she told, also what is not on disk. */
export const heard = computed<readonly Log[]>(() => [...hers(), ...logs.value]);

/** What is known of her today: anew with each log that is saved, each view that comes, and each day that begins. */
export const safety = computed<Safety | null>(() => {
  if (!policy.value || !view.value) return null;
  return safetyOf(policy.value, view.value, heard.value, today.value, behindMs.value);
});

/**
 * What was told of her safety counts at once. Resolves when it is on disk, with what the disk refused before; throws
 * NotSaved, and counts all the same.
 */
export async function tell(told: readonly Log[]): Promise<void> {
  const who = profile.value?.client_id;
  said.value = [...told.map((log) => ({ who, log })), ...said.value];
  const all = hers();
  try {
    await saveLogs(all);
  } catch (error) {
    unkept.value = true;
    throw error;
  }
  said.value = said.value.filter(({ log }) => !all.includes(log));
  unkept.value &&= said.value.length > 0;
}

function hers(): Log[] {
  return said.value.flatMap(({ who, log }) => (who === profile.value?.client_id ? [log] : []));
}

/** Fetches the rules, once; a phone that has had them has them without a network. */
export async function fetchRules(): Promise<void> {
  try {
    const dose = loadDoseRules();
    // Its failure is heard below; the rules that lock do not wait for it.
    dose.catch(() => undefined);
    rules.value ??= await loadPolicy();
    await dose;
    unchecked.value = false;
  } catch {
    unchecked.value = true;
  }
}

/** The day that is lived now. Dated flags move on with it. */
export function lookAtDay(): string {
  const now = { date: todayDate(), at_ms: Date.now() };
  const { date, at_ms } = clock.peek();
  if (now.date !== date || Math.abs(now.at_ms - at_ms) >= LOOK_MS) clock.value = now;
  return now.date;
}

/** Brings the rules, and follows the calendar of a phone that stays open; call once. */
export function startScreening(): void {
  const look = () => {
    lookAtDay();
    if (!rules.value || !doseRules.value) void fetchRules();
  };
  look();
  setInterval(look, LOOK_MS);
  for (const seen of ['visibilitychange', 'pageshow', 'online']) addEventListener(seen, look, true);
}
