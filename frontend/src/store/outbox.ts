import type { AttentionEntry, ClientDb, OutboxEntry } from './db';
import { writeStrictly } from './db';

export type ItemStatus = 'stored' | 'duplicate' | 'conflict' | 'rejected' | 'deleted' | 'retry';

/** The server's word on one log of a batch. */
export interface ItemResult {
  id: string;
  status: ItemStatus;
  code?: string | undefined;
  field?: string | undefined;
}

/** A log that the server keeps failing on leaves the queue after this many tries, so that it cannot hold the others. */
export const MAX_TRIES = 5;

/** The oldest entries first: UUIDv7 ids sort by time. `skip` leaves out what had its turn in this run. */
export async function nextEntries(
  db: ClientDb,
  limit: number,
  skip: ReadonlySet<string>,
): Promise<OutboxEntry[]> {
  const entries = await db.getAll('outbox', limit + skip.size);
  return entries.filter((entry) => !skip.has(entry.id)).slice(0, limit);
}

/**
 * Applies the server's answers in one strict transaction. An entry leaves the outbox on stored, duplicate or deleted;
 * rejected and conflict move it to "needs attention"; retry keeps it until MAX_TRIES. Unknown ids change nothing.
 */
export async function settle(db: ClientDb, results: readonly ItemResult[]): Promise<void> {
  await writeStrictly(db, ['outbox', 'attention', 'logs'], async (tx) => {
    const outbox = tx.rows('outbox');
    for (const result of results) {
      const entry = await outbox.get(result.id);
      if (!entry) continue;
      const verdict = judge(entry, result);
      if (verdict.keep) {
        await outbox.put(verdict.keep);
        continue;
      }
      if (verdict.attention) await tx.rows('attention').put(verdict.attention);
      if (result.status === 'deleted') await tx.rows('logs').delete(result.id);
      await outbox.delete(result.id);
    }
  });
}

function judge(entry: OutboxEntry, result: ItemResult): { keep?: OutboxEntry; attention?: AttentionEntry } {
  const { status } = result;
  if (status === 'stored' || status === 'duplicate' || status === 'deleted') return {};
  const tries = entry.tries + 1;
  if (status === 'retry' && tries < MAX_TRIES) return { keep: { ...entry, tries } };
  return { attention: attention(entry, status, result.code ?? status, result.field ?? null) };
}

function attention(
  entry: OutboxEntry,
  status: AttentionEntry['status'],
  code: string,
  field: string | null,
): AttentionEntry {
  return { id: entry.id, log: entry.log, status, code, field };
}

/** A single log that is larger than the server takes at all: out of the way, but not out of sight. */
export async function park(db: ClientDb, id: string, code: string): Promise<void> {
  await writeStrictly(db, ['outbox', 'attention'], async (tx) => {
    const entry = await tx.rows('outbox').get(id);
    if (!entry) return;
    await tx.rows('attention').put(attention(entry, 'too_large', code, null));
    await tx.rows('outbox').delete(id);
  });
}

/** Puts sent logs back into the queue: the server lost them (a restored backup). */
export async function requeue(db: ClientDb, ids: readonly string[], savedAt: string): Promise<number> {
  let count = 0;
  await writeStrictly(db, ['logs', 'outbox', 'attention'], async (tx) => {
    for (const id of ids) {
      const log = await tx.rows('logs').get(id);
      if (!log || (await tx.rows('attention').has(id))) continue;
      if (await tx.rows('outbox').has(id)) continue;
      await tx.rows('outbox').put({ id, log, tries: 0, saved_at: savedAt });
      count += 1;
    }
  });
  return count;
}
