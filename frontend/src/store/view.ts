import type { ReadLog } from '../domain/types';
import type { ClientDb, StoredView } from './db';
import { writeStrictly } from './db';

const CURRENT = 'current';

export async function readView(db: ClientDb): Promise<StoredView | null> {
  return (await db.get('view', CURRENT)) ?? null;
}

/** Stores what came down, and in the same transaction the receipt that goes up for a new program. */
export async function keepView(db: ClientDb, stored: StoredView, receipt: ReadLog | null): Promise<void> {
  await writeStrictly(db, ['view', 'logs', 'outbox'], async (tx) => {
    await tx.rows('view').put(stored, CURRENT);
    if (!receipt) return;
    await tx.rows('logs').add(receipt);
    await tx.rows('outbox').add({ id: receipt.id, log: receipt, tries: 0, saved_at: stored.stored_at });
  });
}
