// What comes down from the server, and what of it is here already.
import type { Log, ReadLog } from '../domain/types';
import { type ClientDb, type StoredView, writeStrictly } from './db';
import { CURRENT } from './view';

/** Stores what came down, and in the same transaction the receipt that goes up for a new program. */
export async function keepView(db: ClientDb, stored: StoredView, receipt: ReadLog | null): Promise<void> {
  await writeStrictly(db, ['view', 'logs', 'outbox'], async (tx) => {
    await tx.rows('view').put(stored, CURRENT);
    if (!receipt) return;
    await tx.rows('logs').add(receipt);
    await tx.rows('outbox').add({ id: receipt.id, log: receipt, tries: 0, saved_at: stored.stored_at });
  });
}

/** Takes over what the server already has (a new phone, a second phone): history without anything to send. */
export async function adoptLogs(db: ClientDb, logs: readonly Log[]): Promise<void> {
  await writeStrictly(db, ['logs'], async (tx) => {
    const store = tx.rows('logs');
    for (const log of logs) if (!(await store.has(log.id))) await store.put(log);
  });
}

/** Ids of the logs lived on `from` or later that are believed to be on the server: not waiting, not refused. */
export async function sentIds(db: ClientDb, from: string): Promise<string[]> {
  const tx = db.transaction(['logs', 'outbox', 'attention']);
  const [ids, waiting, refused] = await Promise.all([
    tx.rows('logs').keysFrom('local_date', from),
    tx.rows('outbox').getAllKeys(),
    tx.rows('attention').getAllKeys(),
  ]);
  await tx.done;
  const held = new Set([...waiting, ...refused]);
  return ids.filter((id) => !held.has(id));
}

/** Every id that this phone holds in any place: nothing of these needs to be fetched. */
export async function knownIds(db: ClientDb): Promise<Set<string>> {
  const [logs, refused] = await Promise.all([db.getAllKeys('logs'), db.getAllKeys('attention')]);
  return new Set([...logs, ...refused]);
}
