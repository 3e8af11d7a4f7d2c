import type { View } from '../domain/types';
import type { ClientDb, StoredView } from './db';
import { writeStrictly } from './db';

const CURRENT = 'current';

export async function readView(db: ClientDb): Promise<StoredView | null> {
  return (await db.get('view', CURRENT)) ?? null;
}

export async function writeView(db: ClientDb, view: View, etag: string, storedAt: string): Promise<void> {
  await writeStrictly(db, ['view'], async (tx) => {
    await tx.objectStore('view').put({ view, etag, stored_at: storedAt }, CURRENT);
  });
}
