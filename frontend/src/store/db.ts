import type { Draft, Log, Profile, View } from '../domain/types';
import { type Database, dropDatabase, openDatabase, type Transaction } from './idb';

/** Raise together with a step in `upgrade`; old phones keep what they have. */
const VERSION = 1;
const PROFILE_DB = 'pith';

export interface OutboxEntry {
  id: string;
  log: Log;
  /** Answers `retry` so far. */
  tries: number;
  saved_at: string;
}

export interface AttentionEntry {
  id: string;
  log: Log;
  status: 'rejected' | 'conflict' | 'retry' | 'too_large';
  code: string;
  field: string | null;
}

export interface StoredView {
  etag: string;
  view: View;
  stored_at: string;
}

type ProfileTables = { profile: Profile; switching: string };

type ClientTables = {
  view: StoredView;
  logs: Log;
  outbox: OutboxEntry;
  attention: AttentionEntry;
  draft: Draft;
  meta: unknown;
};

export type ClientDb = Database<ClientTables>;
type Tables = keyof ClientTables;

export function clientDbName(profile: Pick<Profile, 'practice_id' | 'client_id'>): string {
  return `pith-${profile.practice_id}-${profile.client_id}`;
}

const open = new Map<string, Promise<unknown>>();

/** Every caller shares one connection; one that the browser closes is opened again by the next call. */
export function shared<T>(name: string, upgrade: (db: IDBDatabase) => void): Promise<Database<T>> {
  const known = open.get(name) as Promise<Database<T>> | undefined;
  if (known) return known;
  const forget = () => {
    if (open.get(name) === fresh) open.delete(name);
  };
  const fresh = openDatabase<T>(name, VERSION, upgrade, forget);
  fresh.catch(forget);
  open.set(name, fresh);
  return fresh;
}

export function profileDb(): Promise<Database<ProfileTables>> {
  return shared(PROFILE_DB, (db) => {
    db.createObjectStore('profile');
    db.createObjectStore('switching');
  });
}

export function clientDb(profile: Pick<Profile, 'practice_id' | 'client_id'>): Promise<ClientDb> {
  return shared(clientDbName(profile), (db) => {
    db.createObjectStore('view');
    db.createObjectStore('logs', { keyPath: 'id' }).createIndex('local_date', 'local_date');
    db.createObjectStore('outbox', { keyPath: 'id' });
    db.createObjectStore('attention', { keyPath: 'id' });
    db.createObjectStore('draft');
    db.createObjectStore('meta');
  });
}

export async function dropClientDb(profile: Pick<Profile, 'practice_id' | 'client_id'>): Promise<void> {
  const name = clientDbName(profile);
  const known = open.get(name) as Promise<ClientDb> | undefined;
  open.delete(name);
  if (known) (await known).close();
  await dropDatabase(name);
}

/**
 * One transaction, kept through a power cut where the engine can: resolves only after the disk has it.
 * Anything that `work` throws aborts the whole of it, and is what the caller is told.
 */
export async function writeStrictly<Name extends Tables>(
  db: ClientDb,
  tables: readonly Name[],
  work: (tx: Transaction<Pick<ClientTables, Name>>) => Promise<void>,
): Promise<void> {
  const tx = db.transaction(tables, 'readwrite', { durability: 'strict' });
  try {
    await work(tx);
  } catch (error) {
    tx.abort();
    throw error;
  }
  await tx.done;
}
