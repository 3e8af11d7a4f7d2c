import type { Draft } from '../domain/types';
import { type ClientDb, writeStrictly } from './db';

const SESSION = 'session';

export async function readDraft(db: ClientDb): Promise<Draft | null> {
  return (await db.get('draft', SESSION)) ?? null;
}

/**
 * Strict as well: a killed tab must find its session at the step where it died. False, and nothing is written,
 * where that session's log is saved already: a late step never opens a session again.
 */
export async function writeDraft(db: ClientDb, draft: Draft): Promise<boolean> {
  let open = false;
  await writeStrictly(db, ['draft', 'logs'], async (tx) => {
    open = !(await tx.rows('logs').has(draft.session_id));
    if (open) await tx.rows('draft').put(draft, SESSION);
  });
  return open;
}

export async function dropDraft(db: ClientDb): Promise<void> {
  await db.delete('draft', SESSION);
}
