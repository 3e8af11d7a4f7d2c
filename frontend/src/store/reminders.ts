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
import type { Log, SettingLog } from '../domain/types';
import { computed, effect, signal } from '../signals';
import { type ClientDb, clientDb } from './db';
import { attention, deviceZone, logs, newLogId, profile, saveLog, view } from './index';
import { readMeta, writeMeta } from './meta';
import { behindMs } from './state';

/** What the practice last said of whether they arrive, and when it said so. */
export interface KeptProof {
  proof: Proof;
  at: string;
}

/** What happened to her times without a tap of hers. */
export type TimesNews = 'moved' | 'changed';

const PROOF = 'reminders_proof';
const ASKED = 'reminders_asked';
const SHOWN = 'reminders_shown';
const ZONE = 'reminders_zone';

const refused = computed(() => new Set(attention.value.map(({ id }) => id)));

/** The newest choice that this phone knows of; null before the first. */
export const choice = computed<Choice | null>(() =>
  chosenNow(view.value?.reminders, logs.value, refused.value, behindMs.value),
);
export const remindersOn = computed(() => isOn(choice.value));
export const proof = signal<KeptProof | null>(null);
/** Whether she has answered the question after a practice; null until it is known. */
export const asked = signal<boolean | null>(null);
/** Said once on Today, which puts it back to null. */
export const news = signal<TimesNews | null>(null);

/** The next one that will come, by what this phone knows; null: none. */
export function nextNow(nowMs: number): Next | null {
  const known = choice.value;
  if (!known || known.calendar) return null;
  const practised = new Set(validSessions(logs.value).map((session) => session.local_date));
  const program = view.value;
  const isPlanned = (date: string) => program !== null && nextPractice(program, [date]) !== null;
  return nextReminder(known, nowMs, (date) => !practised.has(date) && isPlanned(date));
}

/** Puts the change into the newest choice and tells it. Resolves when the log is on disk. Throws NotSaved. */
export async function choose(change: Partial<Choice>): Promise<void> {
  const value = { ...(choice.value ?? noChoice(deviceZone())), ...change };
  const common = stamp(newLogId(), Date.now(), deviceZone());
  const log: SettingLog = { ...common, kind: 'setting', name: REMINDERS_SETTING, value };
  await saveLog(log);
}

/** Several things look at once when the view comes: one look after the other, or it would be told twice. */
let before: Promise<unknown> = Promise.resolve();

/** What became of her times without a tap of hers: the desk has changed them, or this phone has moved. */
export function followPhone(): Promise<void> {
  const looked = before.then(look);
  before = looked.catch(() => undefined);
  return looked;
}

async function look(): Promise<void> {
  const who = profile.value;
  if (!who) return;
  const db = await clientDb(who);
  await noticeChange(db);
  await travel(db);
}

/** Another choice than the one this phone showed last, and not the last one she has told herself. */
async function noticeChange(db: ClientDb): Promise<void> {
  if (!choice.value) return;
  const now = inShort(choice.value);
  const shown = await readMeta<string>(db, SHOWN);
  if (shown === now) return;
  const own = chosenNow(null, logs.value, refused.value);
  if (shown !== null && !(own && inShort(own) === now)) news.value = 'changed';
  await writeMeta(db, SHOWN, now);
}

/**
 * Where her times follow the phone and this one has moved, they move along. A phone and a laptop with two zones would
 * otherwise change each other's without end. Times that were set at the desk are in the zone of the first phone that
 * sees them. A zone that was refused is not told again.
 */
async function travel(db: ClientDb): Promise<void> {
  const zone = deviceZone();
  const seen = await readMeta<string>(db, ZONE);
  const told = logs.value.some(isChoice);
  if (seen === zone && told) return;
  if ((seen !== null || !told) && travelled(choice.value, zone)) {
    await choose({ timezone: zone });
    news.value = 'moved';
  }
  if (seen !== zone) await writeMeta(db, ZONE, zone);
}

function isChoice(log: Log): boolean {
  return log.kind === 'setting' && log.name === REMINDERS_SETTING;
}

/** The same for the same choice, in whatever order its times are written. */
function inShort(known: Choice): string {
  const times = known.slots.map(({ time, days, enabled }) => `${time} ${[...days].sort()} ${enabled}`);
  return JSON.stringify({ ...known, slots: times.sort() });
}

/** Looks again whenever her choice changes or the phone comes back; call once. */
export function followTravel(): void {
  const lookAgain = () => {
    followPhone().catch((error: unknown) => reportError(error));
  };
  effect(() => {
    if (choice.value) lookAgain();
  });
  document.addEventListener('visibilitychange', lookAgain);
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
  const who = profile.value;
  if (who) await writeMeta(await clientDb(who), ASKED, true);
  asked.value = true;
}
