import type { Draft } from '../domain/types';
import { type ClientDb, writeStrictly } from './db';

const SESSION = 'session';

export async function readDraft(db: ClientDb): Promise<Draft | null> {
  return (await db.get('draft', SESSION)) ?? null;
}

/** Strict as well: a killed tab must find its session at the step where it died. */
export async function writeDraft(db: ClientDb, draft: Draft): Promise<void> {
  await writeStrictly(db, ['draft'], async (tx) => {
    await tx.objectStore('draft').put(draft, SESSION);
  });
}

export async function dropDraft(db: ClientDb): Promise<void> {
  await db.delete('draft', SESSION);
}
