import type { AttentionEntry, ClientDb } from './db';

/** What is on this phone and not at the server. */
export interface Waiting {
  count: number;
  /** When the oldest of them was saved, or null. */
  oldest: string | null;
}

export async function waiting(db: ClientDb): Promise<Waiting> {
  const entries = await db.getAll('outbox');
  const oldest = entries.reduce<string | null>(
    (first, entry) => (first === null || entry.saved_at < first ? entry.saved_at : first),
    null,
  );
  return { count: entries.length, oldest };
}

export function attentionList(db: ClientDb): Promise<AttentionEntry[]> {
  return db.getAll('attention');
}
