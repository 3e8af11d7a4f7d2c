import { afterEach, expect, it, vi } from 'vitest';
import { type Database, dropDatabase, openDatabase } from './idb';

type Box = { notes: { id: string; day: string }; last: string };

const NOW = { id: 'b', day: '2026-11-22' };
const BEFORE = { id: 'a', day: '2026-11-20' };
const open: Database<Box>[] = [];

async function box(gone: () => void = vi.fn()): Promise<Database<Box>> {
  const db = await openDatabase<Box>(
    'box',
    1,
    (fresh) => {
      fresh.createObjectStore('notes', { keyPath: 'id' }).createIndex('day', 'day');
      fresh.createObjectStore('last');
    },
    gone,
  );
  open.push(db);
  return db;
}

afterEach(async () => {
  for (const db of open.splice(0)) db.close();
  await dropDatabase('box');
});

it('keeps rows under their own key or under a given one', async () => {
  const db = await box();
  await db.put('notes', NOW);
  await db.put('last', 'b', 'note');
  expect(await db.get('notes', 'b')).toEqual(NOW);
  expect(await db.get('last', 'note')).toBe('b');
  await db.delete('notes', 'b');
  expect(await db.get('notes', 'b')).toBeUndefined();
});

it('gives the first rows in the order of their keys, and the keys of what came later', async () => {
  const db = await box();
  for (const note of [NOW, BEFORE]) await db.put('notes', note);
  expect(await db.getAll('notes')).toEqual([BEFORE, NOW]);
  expect(await db.getAll('notes', 1)).toEqual([BEFORE]);
  const rows = db.transaction(['notes']).rows('notes');
  expect(await rows.keysFrom('day', '2026-11-21')).toEqual(['b']);
});

it('refuses a second row under the same key, and the transaction with it', async () => {
  const db = await box();
  const tx = db.transaction(['notes'], 'readwrite');
  await tx.rows('notes').add(NOW);
  await expect(tx.rows('notes').add(NOW)).rejects.toThrow();
  await expect(tx.done).rejects.toThrow();
  expect(await db.getAllKeys('notes')).toEqual([]);
});

it('keeps nothing of a transaction that is given up, and says so to who waits', async () => {
  const db = await box();
  const tx = db.transaction(['notes', 'last'], 'readwrite');
  await tx.rows('notes').put(NOW);
  tx.abort();
  tx.abort();
  await expect(tx.done).rejects.toThrow();
  expect(await db.getAllKeys('notes')).toEqual([]);
});

it('lets go of an older database at once when a newer one is opened', async () => {
  const gone = vi.fn();
  await box(gone);
  open.push(await openDatabase<Box>('box', 2, () => undefined, vi.fn()));
  expect(gone).toHaveBeenCalledOnce();
});

it('says when a database cannot be opened', async () => {
  open.push(await openDatabase<Box>('box', 2, () => undefined, vi.fn()));
  await expect(openDatabase<Box>('box', 1, () => undefined, vi.fn())).rejects.toThrow();
});
