import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ANA, BEN } from '../testing/fake-pith';
import { note } from '../testing/phone';
import { aSession } from '../testing/program';
import { clientDb, clientDbName, writeStrictly } from './db';
import { type Database, dropDatabase, openDatabase } from './idb';
import * as store from './index';
import { addLogs, allLogs, NotSaved } from './logs';
import { nextEntries, requeue, settle } from './outbox';
import { readProfile } from './profile';
import { waiting } from './waiting';

const AT = '2026-11-22T12:00:00.000Z';

beforeEach(async () => {
  await store.becomeProfile(BEN);
  await store.wipe();
  await store.becomeProfile(ANA);
  await store.wipe();
  await store.becomeProfile(ANA);
});

describe('one log, one transaction', () => {
  test('a saved log stands in the logs and in the outbox', async () => {
    const log = note('warm');
    await store.saveLog(log);
    const db = await clientDb(ANA);
    expect(await db.get('logs', log.id)).toEqual(log);
    expect(await db.get('outbox', log.id)).toMatchObject({ id: log.id, tries: 0 });
    expect(store.unsent.value).toBe(1);
    expect(store.logs.value).toEqual([log]);
  });

  test('the transaction is strict and "saved" waits for its end', async () => {
    const db = await clientDb(ANA);
    const open = vi.spyOn(db, 'transaction');
    await addLogs(db, [note('warm')], AT);
    expect(open).toHaveBeenCalledWith(['logs', 'outbox', 'draft'], 'readwrite', { durability: 'strict' });
  });

  test.each(['logs', 'outbox'] as const)(
    'case 28: a tab that dies at the write of %s leaves neither log nor outbox entry',
    async (where) => {
      const db = await clientDb(ANA);
      const log = note('warm');
      const add = IDBObjectStore.prototype.add;
      vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
        this: IDBObjectStore,
        value,
        key,
      ) {
        if (this.name === where) this.transaction.abort();
        return add.call(this, value, key);
      });
      await expect(addLogs(db, [log], AT)).rejects.toBeInstanceOf(NotSaved);
      vi.restoreAllMocks();
      expect(await db.get('logs', log.id)).toBeUndefined();
      expect(await db.get('outbox', log.id)).toBeUndefined();
    },
  );

  test('case 28: a transaction that is never committed leaves nothing', async () => {
    const db = await clientDb(ANA);
    const log = note('warm');
    const tx = db.transaction(['logs', 'outbox'], 'readwrite');
    tx.done.catch(() => undefined);
    await tx.rows('logs').add(log);
    tx.rows('outbox')
      .add({ id: log.id, log, tries: 0, saved_at: AT })
      .catch(() => undefined);
    tx.abort();
    expect(await allLogs(db)).toEqual([]);
    expect(await waiting(db)).toEqual({ count: 0, oldest: null });
  });

  test('case 25: a full disk says not saved, keeps the signals true, and a later try succeeds', async () => {
    const log = note('warm');
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.saveLog(log)).rejects.toBeInstanceOf(NotSaved);
    expect(store.unsent.value).toBe(0);
    expect(store.logs.value).toEqual([]);
    add.mockRestore();
    await store.saveLog(log);
    expect(store.unsent.value).toBe(1);
  });

  test('a whole session of logs is saved together or not at all', async () => {
    const first = note('one');
    await store.saveLog(first);
    const other = { ...first, text: 'changed' };
    await expect(store.saveLogs([note('two'), other])).rejects.toBeInstanceOf(NotSaved);
    expect(store.logs.value).toHaveLength(1);
    expect(await allLogs(await clientDb(ANA))).toHaveLength(1);
  });
});

describe('a session under way', () => {
  const kept = async () => (await clientDb(ANA)).get('draft', 'session');
  const draft = { schema: 1, session_id: 's', local_date: '2026-11-22', saved_at: AT, state: {} };

  test('its draft is found again after a reload', async () => {
    await store.saveDraft({ ...draft, partial: aSession() });
    await store.refresh();
    expect(store.draft.value).toMatchObject({ session_id: 's' });
  });

  test('the log and the end of the draft are one transaction', async () => {
    await store.saveDraft({ ...draft, partial: aSession() });
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.saveSession([aSession()])).rejects.toBeInstanceOf(NotSaved);
    vi.restoreAllMocks();
    expect(store.unsent.value).toBe(0);
    expect(await kept()).toBeDefined();
    await store.saveSession([aSession()]);
    expect(store.unsent.value).toBe(1);
    expect(await kept()).toBeUndefined();
  });

  test('a late step never opens a session again whose log is saved', async () => {
    const session = aSession();
    await store.saveSession([session]);
    await store.saveDraft({ ...draft, session_id: session.id, partial: session });
    expect(await kept()).toBeUndefined();
    expect(store.draft.value).toBeNull();
  });

  test('the same session saved twice is one log', async () => {
    const session = aSession();
    await store.saveSession([session]);
    await store.saveSession([session]);
    expect(store.unsent.value).toBe(1);
  });
});

function newerTab(): Promise<Database<{ logs: unknown; outbox: unknown }>> {
  return openDatabase(
    clientDbName(ANA),
    2,
    () => undefined,
    () => undefined,
  );
}

describe('other tabs', () => {
  test('case 27: a newer tab takes the database over without losing a write', async () => {
    const before = note('before');
    await store.saveLog(before);
    const db = await clientDb(ANA);
    const last = addLogs(db, [note('in flight')], AT);
    const newer = await newerTab();
    await last;
    expect(await newer.getAllKeys('logs')).toHaveLength(2);
    expect(await newer.getAllKeys('outbox')).toHaveLength(2);
    newer.close();
    await dropDatabase(clientDbName(ANA));
  });

  test('case 27: once the newer tab is gone the next save opens the database again', async () => {
    await store.saveLog(note('before'));
    (await newerTab()).close();
    await dropDatabase(clientDbName(ANA));
    await store.saveLog(note('after'));
    expect(await allLogs(await clientDb(ANA))).toHaveLength(1);
  });
});

describe('who this phone belongs to', () => {
  test('case 16: another client sees neither the logs nor the count of the one before', async () => {
    await store.saveLog(note('private'));
    await store.becomeProfile(BEN);
    expect(store.logs.value).toEqual([]);
    expect(store.unsent.value).toBe(0);
    await store.becomeProfile(ANA);
    expect(store.unsent.value).toBe(1);
  });

  test('case 17: a wipe leaves not one byte of the client', async () => {
    await store.saveLog(note('private'));
    await store.wipe();
    const names = (await indexedDB.databases()).map((entry) => entry.name);
    expect(names).not.toContain(clientDbName(ANA));
    expect(await readProfile()).toBeNull();
    expect(store.profile.value).toBeNull();
    expect(store.logs.value).toEqual([]);
  });
});

describe('the outbox', () => {
  test('the oldest goes first', async () => {
    const logs = [note('a'), note('b'), note('c')];
    await store.saveLogs(logs);
    const next = await nextEntries(await clientDb(ANA), 2, new Set());
    expect(next.map((entry) => entry.id)).toEqual(logs.slice(0, 2).map((log) => log.id));
  });

  test('an answer about an unknown id changes nothing', async () => {
    await store.saveLog(note('a'));
    const db = await clientDb(ANA);
    await settle(db, [{ id: 'nobody', status: 'rejected' }]);
    expect((await waiting(db)).count).toBe(1);
    expect(await db.getAllKeys('attention')).toEqual([]);
  });

  test('what needs attention is not sent again by a restored backup', async () => {
    const log = note('a');
    await store.saveLog(log);
    const db = await clientDb(ANA);
    await settle(db, [{ id: log.id, status: 'rejected', code: 'unknown_program' }]);
    expect(await requeue(db, [log.id], AT)).toBe(0);
  });

  test('it says how many wait and since when', async () => {
    const db = await clientDb(ANA);
    await addLogs(db, [note('late')], '2026-11-22T12:00:00Z');
    await addLogs(db, [note('early')], '2026-11-20T12:00:00Z');
    expect(await waiting(db)).toEqual({ count: 2, oldest: '2026-11-20T12:00:00Z' });
  });
});

test('a page that ends gives up what it has begun, whole, and begins nothing; the next one can write', async () => {
  const db = await clientDb(ANA);
  const begun = writeStrictly(db, ['logs', 'outbox'], async (tx) => {
    await tx.rows('logs').put(note('warm'));
    dispatchEvent(new Event('pagehide'));
    await tx.rows('outbox').getAllKeys();
  });
  await expect(begun).rejects.toThrow();
  await expect(db.put('meta', 0, 'next')).rejects.toThrow();
  dispatchEvent(new Event('pageshow'));
  expect(await db.getAllKeys('logs')).toEqual([]);
  await db.put('meta', 1, 'next');
  expect(await db.get('meta', 'next')).toBe(1);
});
