import type { ClientDb, StoredView } from './db';

/** The key of the one view. */
export const CURRENT = 'current';

export async function readView(db: ClientDb): Promise<StoredView | null> {
  return (await db.get('view', CURRENT)) ?? null;
}
