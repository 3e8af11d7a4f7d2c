import type { Log } from '../domain/types';
import { type ClientDb, writeStrictly } from './db';

/** The phone could not keep it (disk full, storage refused). Nothing was written; nothing may say "saved". */
export class NotSaved extends Error {
  constructor(cause: unknown) {
    super('the device did not keep the log', { cause });
    this.name = 'NotSaved';
  }
}

/**
 * The life of a log begins here: log and outbox entry in one strict transaction, which also ends the session's draft
 * when the log is what became of it. Resolves when all is on disk. Throws NotSaved when nothing of it is.
 * A log that is here already, word for word, is not written again.
 */
export async function addLogs(
  db: ClientDb,
  logs: readonly Log[],
  savedAt: string,
  endsDraft = false,
): Promise<void> {
  try {
    await writeStrictly(db, ['logs', 'outbox', 'draft'], async (tx) => {
      // One after the other: a write that is refused must not leave the next one's failure unheard.
      for (const log of logs) {
        const known = await tx.rows('logs').get(log.id);
        if (known !== undefined && JSON.stringify(known) === JSON.stringify(log)) continue;
        await tx.rows('logs').add(log);
        await tx.rows('outbox').add({ id: log.id, log, tries: 0, saved_at: savedAt });
      }
      if (endsDraft) await tx.rows('draft').clear();
    });
  } catch (error) {
    throw new NotSaved(error);
  }
}

/** All logs of this client on this phone, newest first. */
export async function allLogs(db: ClientDb): Promise<Log[]> {
  const logs = await db.getAll('logs');
  return logs.sort((a, b) => compare(b.recorded_at, a.recorded_at) || compare(b.id, a.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
