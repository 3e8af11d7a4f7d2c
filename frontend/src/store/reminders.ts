import {
  type Choice,
  chosenNow,
  isOn,
  type Next,
  nextReminder,
  noChoice,
  type Proof,
  REMINDERS_SETTING,
  travelled,
} from '../domain/reminders';
import { stamp } from '../domain/stamp';
import { nextPractice, validSessions } from '../domain/today';
import type { SettingLog } from '../domain/types';
import { computed, effect, signal } from '../signals';
import { clientDb } from './db';
import { attention, deviceZone, logs, newLogId, profile, saveLog, view } from './index';
import { readMeta, writeMeta } from './meta';
import { behindMs } from './state';

/** What the practice last said of whether they arrive, and when it said so. */
export interface KeptProof {
  proof: Proof;
  at: string;
}

const PROOF = 'reminders_proof';
const ASKED = 'reminders_asked';

const refused = computed(() => new Set(attention.value.map(({ id }) => id)));

/** The newest choice that this phone knows of; null before the first. */
export const choice = computed<Choice | null>(() =>
  chosenNow(view.value?.reminders, logs.value, refused.value, behindMs.value),
);
export const remindersOn = computed(() => isOn(choice.value));
export const proof = signal<KeptProof | null>(null);
/** Whether she has answered the question after a practice; null until it is known. */
export const asked = signal<boolean | null>(null);

/** The next one that will come, by what this phone knows; null: none. */
export function nextNow(nowMs: number): Next | null {
  const known = choice.value;
  if (!known || known.calendar) return null;
  const practised = new Set(validSessions(logs.value).map((session) => session.local_date));
  const program = view.value;
  const isPlanned = (date: string) => program !== null && nextPractice(program, [date]) !== null;
  return nextReminder(known, nowMs, (date) => !practised.has(date) && isPlanned(date));
}

/** Puts the change into the choice and tells it. Resolves when the log is on disk. Throws NotSaved. */
export async function choose(change: Partial<Choice>): Promise<void> {
  const before = choice.value ?? noChoice(deviceZone());
  const value = { ...(travelled(before, deviceZone()) ?? before), ...change };
  const common = stamp(newLogId(), Date.now(), deviceZone());
  const log: SettingLog = { ...common, kind: 'setting', name: REMINDERS_SETTING, value };
  await saveLog(log);
}

/** On its way to the disk: several things look at once when the view comes, and it must be told once. */
let moving = false;

/** Where her times follow the phone and the phone has moved, they move along. A zone that was refused is not told again. */
export async function followPhone(): Promise<void> {
  const zone = deviceZone();
  const isRefused = attention.value.some(
    ({ log }) => log.kind === 'setting' && log.name === REMINDERS_SETTING && log.tz === zone,
  );
  if (moving || !profile.value || isRefused || !travelled(choice.value, zone)) return;
  moving = true;
  try {
    await choose({});
  } finally {
    moving = false;
  }
}

/** Moves her times along whenever the phone has moved; call once. */
export function followTravel(): void {
  const look = () => {
    followPhone().catch((error: unknown) => reportError(error));
  };
  effect(() => {
    if (choice.value) look();
  });
  document.addEventListener('visibilitychange', look);
}

/** What this phone remembers of the practice's last word, and of her answer. */
export async function loadKept(): Promise<void> {
  const who = profile.value;
  if (!who) return;
  const db = await clientDb(who);
  proof.value = await readMeta<KeptProof>(db, PROOF);
  asked.value = (await readMeta<boolean>(db, ASKED)) ?? false;
}

export async function keepProof(said: Proof): Promise<void> {
  const { browsers, last, fading, mail } = said;
  proof.value = { proof: { browsers, last, fading, mail }, at: new Date().toISOString() };
  const who = profile.value;
  if (who) await writeMeta(await clientDb(who), PROOF, proof.value);
}

/** She has answered: the question after a practice is not put again. */
export async function keepAsked(): Promise<void> {
  asked.value = true;
  const who = profile.value;
  if (who) await writeMeta(await clientDb(who), ASKED, true);
}
