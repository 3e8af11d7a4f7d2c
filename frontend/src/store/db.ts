import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
  unwrap,
} from 'idb';
import type { Draft, Log, Profile, View } from '../domain/types';

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

interface ProfileSchema extends DBSchema {
  profile: { key: string; value: Profile };
  switching: { key: string; value: string };
}

interface ClientSchema extends DBSchema {
  view: { key: string; value: StoredView };
  logs: { key: string; value: Log; indexes: { local_date: string } };
  outbox: { key: string; value: OutboxEntry };
  attention: { key: string; value: AttentionEntry };
  draft: { key: string; value: Draft };
  meta: { key: string; value: unknown };
}

export type ClientDb = IDBPDatabase<ClientSchema>;
export type ProfileDb = IDBPDatabase<ProfileSchema>;
export type WriteTx<Names extends StoreNames<ClientSchema>[]> = IDBPTransaction<
  ClientSchema,
  Names,
  'readwrite'
>;

export function clientDbName(profile: Pick<Profile, 'practice_id' | 'client_id'>): string {
  return `pith-${profile.practice_id}-${profile.client_id}`;
}

const open = new Map<string, Promise<unknown>>();
const running = new Set<IDBTransaction>();

// WebKit loses a transaction whose page ends under it: what it held stays locked for every page after it, and logs wait
// on the phone until the browser itself is closed. One that is given up in time is safe; nothing was told "Saved" yet.
addEventListener('pagehide', () => {
  for (const transaction of running) {
    try {
      transaction.abort();
    } catch {
      // It was over a moment ago.
    }
  }
});

/** Every caller shares one connection; one that the browser closes is opened again by the next call. */
function shared<T extends object>(name: string, connect: (forget: () => void) => Promise<T>): Promise<T> {
  const known = open.get(name) as Promise<T> | undefined;
  if (known) return known;
  const forget = () => {
    if (open.get(name) === fresh) open.delete(name);
  };
  const fresh = connect(forget).then(watched);
  fresh.catch(forget);
  open.set(name, fresh);
  return fresh;
}

export function profileDb(): Promise<ProfileDb> {
  return shared(PROFILE_DB, (forget) =>
    openDB<ProfileSchema>(PROFILE_DB, VERSION, {
      upgrade: (db) => {
        db.createObjectStore('profile');
        db.createObjectStore('switching');
      },
      blocking: (_now, _next, event) => release(event, forget),
      terminated: forget,
    }),
  );
}

export function clientDb(profile: Pick<Profile, 'practice_id' | 'client_id'>): Promise<ClientDb> {
  const name = clientDbName(profile);
  return shared(name, (forget) =>
    openDB<ClientSchema>(name, VERSION, {
      upgrade: (db) => {
        db.createObjectStore('view');
        db.createObjectStore('logs', { keyPath: 'id' }).createIndex('local_date', 'local_date');
        db.createObjectStore('outbox', { keyPath: 'id' });
        db.createObjectStore('attention', { keyPath: 'id' });
        db.createObjectStore('draft');
        db.createObjectStore('meta');
      },
      blocking: (_now, _next, event) => release(event, forget),
      terminated: forget,
    }),
  );
}

/** Knows of every transaction of this connection until it is over. */
function watched<T extends object>(db: T): T {
  const plain = unwrap(db as unknown as IDBPDatabase);
  const begin = plain.transaction.bind(plain);
  plain.transaction = (...asked: Parameters<typeof begin>) => {
    const transaction = begin(...asked);
    running.add(transaction);
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => running.delete(transaction));
    return transaction;
  };
  return db;
}

/** Another tab brings a newer database (or a wipe): let go at once, finished writes are safe, the next call reopens. */
function release(event: IDBVersionChangeEvent, forget: () => void): void {
  forget();
  (event.target as IDBDatabase | null)?.close();
}

export async function dropClientDb(profile: Pick<Profile, 'practice_id' | 'client_id'>): Promise<void> {
  const name = clientDbName(profile);
  const known = open.get(name) as Promise<ClientDb> | undefined;
  open.delete(name);
  if (known) (await known).close();
  await deleteDB(name);
}

/**
 * One transaction, kept through a power cut where the engine can: resolves only after the disk has it.
 * Anything that `work` throws aborts the whole of it.
 */
export async function writeStrictly<const Names extends StoreNames<ClientSchema>[]>(
  db: ClientDb,
  stores: Names,
  work: (tx: WriteTx<Names>) => Promise<void>,
): Promise<void> {
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
  // Watched from the start: an abort while `work` still waits must not become an unhandled rejection.
  const finished = tx.done;
  finished.catch(() => undefined);
  try {
    await work(tx);
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // The engine had aborted it already (quota, lost connection): the first error tells why.
    }
    throw error;
  }
  await finished;
}
