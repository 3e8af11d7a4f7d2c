import { localDate } from '../domain/days';
import type { Draft, Log, Profile } from '../domain/types';
import { announce, listen } from './channel';
import { type ClientDb, clientDb } from './db';
import { dropDraft, readDraft, writeDraft } from './draft';
import { uuidv7 } from './ids';
import { addLogs, allLogs } from './logs';
import { readMeta, writeMeta } from './meta';
import { readProfile, wipeProfile, writeProfile } from './profile';
import * as state from './state';
import { readView } from './view';
import { attentionList, waiting } from './waiting';

export type { AttentionEntry, OutboxEntry } from './db';
export { NotSaved } from './logs';
export {
  attention,
  type Contact,
  contact,
  draft,
  logs,
  profile,
  ready,
  syncing,
  unsent,
  view,
  waitingLogs,
} from './state';

const savedListeners = new Set<() => void>();

/** Reads what this phone knows into the signals; call once at start. Resolves also when nobody is signed in. */
export async function openStore(): Promise<void> {
  listen(() => void refresh());
  await refresh();
  state.ready.value = true;
}

/** Reads everything again: another tab or the worker has written. */
export async function refresh(): Promise<void> {
  const who = await readProfile();
  if (!who) {
    reset();
    return;
  }
  const db = await clientDb(who);
  const [stored, logs, waits, refused, open] = await Promise.all([
    readView(db),
    allLogs(db),
    waiting(db),
    attentionList(db),
    readDraft(db),
  ]);
  state.profile.value = who;
  state.view.value = stored?.view ?? null;
  // A view without its time says nothing of the clock.
  state.behindMs.value =
    Date.parse(stored?.view.server_time ?? '') - Date.parse(stored?.stored_at ?? '') || 0;
  state.logs.value = logs;
  state.waitingLogs.value = waits;
  state.attention.value = refused;
  state.draft.value = open;
}

/** This browser belongs to `next` from now on. Another client's database stays closed and is never flushed. */
export async function becomeProfile(next: Profile): Promise<void> {
  await writeProfile(next);
  await refresh();
  announce('changed');
}

/** Leaves nothing of the current client on this device. */
export async function wipe(): Promise<void> {
  const who = state.profile.value ?? (await readProfile());
  if (who) await wipeProfile(who);
  reset();
  announce('changed');
}

/** The local date of the device now: the day that is being lived. */
export function todayDate(): string {
  return localDate(Date.now(), deviceZone());
}

export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function newLogId(): string {
  return uuidv7();
}

/** Resolves when the log and its outbox entry are on disk; only then may a screen say "Saved". Throws NotSaved. */
export function saveLog(log: Log): Promise<void> {
  return saveLogs([log]);
}

export function saveLogs(logs: readonly Log[]): Promise<void> {
  return keep(logs, false);
}

/** Saves what became of the session and ends its draft, in one transaction: there is never both, and never neither. */
export function saveSession(logs: readonly Log[]): Promise<void> {
  return keep(logs, true);
}

/** The number of the last version that the person has taken note of; null before the first. */
export async function programSeen(): Promise<number | null> {
  return readMeta<number>(await currentDb(), 'program_seen');
}

export async function markProgramSeen(number: number): Promise<void> {
  await writeMeta(await currentDb(), 'program_seen', number);
}

/** Calls `tell` after each save; the sync triggers use it. */
export function onSaved(tell: () => void): () => void {
  savedListeners.add(tell);
  return () => savedListeners.delete(tell);
}

/** The logs that are on this phone only, as they would be sent. */
export async function unsentLogs(): Promise<Log[]> {
  const entries = await (await currentDb()).getAll('outbox');
  return entries.map((entry) => entry.log);
}

export async function saveDraft(draft: Draft): Promise<void> {
  const open = await writeDraft(await currentDb(), draft);
  state.draft.value = open ? draft : null;
}

export async function clearDraft(): Promise<void> {
  await dropDraft(await currentDb());
  state.draft.value = null;
}

async function keep(logs: readonly Log[], endsDraft: boolean): Promise<void> {
  const db = await currentDb();
  await addLogs(db, logs, new Date().toISOString(), endsDraft);
  state.logs.value = await allLogs(db);
  state.waitingLogs.value = await waiting(db);
  if (endsDraft) state.draft.value = null;
  announce('changed');
  for (const tell of savedListeners) tell();
}

async function currentDb(): Promise<ClientDb> {
  const who = state.profile.value;
  if (!who) throw new Error('nobody is signed in on this device');
  return clientDb(who);
}

function reset(): void {
  state.profile.value = null;
  state.view.value = null;
  state.logs.value = [];
  state.waitingLogs.value = { count: 0, oldest: null };
  state.attention.value = [];
  state.draft.value = null;
}
