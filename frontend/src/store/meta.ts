import type { ClientDb } from './db';

/** Small facts beside the data, e.g. how often the phone has tried to reach the server today. */
export async function readMeta<T>(db: ClientDb, key: string): Promise<T | null> {
  return ((await db.get('meta', key)) as T | undefined) ?? null;
}

export async function writeMeta(db: ClientDb, key: string, value: unknown): Promise<void> {
  await db.put('meta', value, key);
}
