// What this browser keeps of its pushes, whoever is signed in: whether they are wanted here, and what is yet to be told.
import { type Told, tooMany } from '../domain/push-told';
import { shared } from './db';
import type { Database } from './idb';

const WANTED = 'wanted';

const pushDb = (): Promise<Database<{ told: Told; mark: boolean }>> =>
  shared('pushes', (db) => {
    db.createObjectStore('told', { keyPath: 'key' });
    db.createObjectStore('mark');
  });

/** What she said on this browser; null when she said nothing yet. */
export async function pushWanted(): Promise<boolean | null> {
  return (await (await pushDb()).get('mark', WANTED)) ?? null;
}

export async function markPushWanted(wanted: boolean): Promise<void> {
  await (await pushDb()).put('mark', wanted, WANTED);
}

/** Keeps what is to be told, and lets the oldest of too many go. */
export async function keepTold(row: Told): Promise<void> {
  const tx = (await pushDb()).transaction(['told'], 'readwrite');
  const rows = tx.rows('told');
  await rows.put(row);
  for (const key of tooMany(await rows.getAll())) await rows.delete(key);
  await tx.done;
}

export async function toldRows(): Promise<Told[]> {
  return (await pushDb()).getAll('told');
}

export async function dropTold(key: string): Promise<void> {
  await (await pushDb()).delete('told', key);
}

/** Leaves nothing of all this. */
export async function forgetPush(): Promise<void> {
  const tx = (await pushDb()).transaction(['told', 'mark'], 'readwrite');
  await tx.rows('told').clear();
  await tx.rows('mark').clear();
  await tx.done;
}
