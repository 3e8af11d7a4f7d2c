import { beforeEach, describe, expect, test } from 'vitest';
import { dropClientDb } from '../store/db';
import { allLogs } from '../store/logs';
import { wipeProfile } from '../store/profile';
import { ANA, BEN, FakePith } from '../testing/fake-pith';
import { NOON, note, Phone } from '../testing/phone';

let server: FakePith;
let phone: Phone;

beforeEach(async () => {
  await wipeProfile(ANA);
  await dropClientDb(BEN);
  server = new FakePith(() => NOON);
  phone = await Phone.open(server);
});

describe('a line that breaks', () => {
  test('case 1: an answer lost after the commit is answered as duplicate by the next run', async () => {
    await phone.save();
    server.faults = [{ kind: 'lost' }];
    expect(await phone.sync()).toMatchObject({ kind: 'later', reached: false });
    expect(await phone.unsent()).toBe(1);
    expect(await phone.sync()).toEqual({ kind: 'done' });
    expect(await phone.unsent()).toBe(0);
    expect(server.stored.size).toBe(1);
  });

  test('case 2: a request cut midway stores nothing and is sent again', async () => {
    await phone.save();
    server.faults = [{ kind: 'cut' }];
    await phone.sync();
    expect(server.stored.size).toBe(0);
    await phone.sync();
    expect(server.stored.size).toBe(1);
    expect(await phone.unsent()).toBe(0);
  });

  test('case 3: an answer cut midway leaves the whole batch in the outbox', async () => {
    await phone.saveMany(3);
    const whole = server.fetch;
    const cut: typeof fetch = async (input, init) => {
      const answer = await whole(input, init);
      return new Response((await answer.text()).slice(0, 30), { status: 200, headers: answer.headers });
    };
    const { runOnce } = await import('./engine');
    expect(await runOnce({ ...phone.ports(), fetch: cut })).toMatchObject({ kind: 'later' });
    expect(await phone.unsent()).toBe(3);
    await phone.sync();
    expect(await phone.unsent()).toBe(0);
    expect(server.stored.size).toBe(3);
  });

  test('case 30: a captive portal that answers 200 with a page is no answer at all', async () => {
    await phone.save();
    server.faults = [{ kind: 'answer', status: 200, text: '<h1>Welcome to the hotel</h1>' }];
    expect(await phone.sync()).toMatchObject({ kind: 'later', reached: false });
    expect(await phone.unsent()).toBe(1);
  });

  test('case 30: JSON that is not an answer of Pith removes nothing either', async () => {
    await phone.save();
    server.faults = [{ kind: 'answer', status: 200, body: { ok: true } }];
    expect(await phone.sync()).toMatchObject({ kind: 'later', reached: false });
    expect(await phone.unsent()).toBe(1);
  });

  test('case 29: a worker that dies in the middle of a run leaves everything for the next one', async () => {
    await phone.saveMany(2);
    const { runOnce } = await import('./engine');
    void runOnce({ ...phone.ports(), fetch: () => new Promise<Response>(() => undefined) });
    expect(await phone.sync()).toEqual({ kind: 'done' });
    expect(server.stored.size).toBe(2);
    expect(await phone.unsent()).toBe(0);
  });
});

describe('a log that the server does not take', () => {
  test('case 8: one poison item among 50 does not hold the other 49', async () => {
    const logs = await phone.saveMany(50);
    server.refused.add(logs[20]?.id ?? '');
    await phone.sync();
    expect(server.stored.size).toBe(49);
    expect(await phone.unsent()).toBe(0);
    expect(await phone.attention()).toMatchObject([
      { status: 'rejected', code: 'unknown_field', field: 'colour' },
    ]);
  });

  test('case 9: an item that crashes the handler is tried five times, then waits where it can be seen', async () => {
    const bad = await phone.save('crashes');
    await phone.save('fine');
    server.poison.add(bad.id);
    for (let run = 1; run <= 4; run += 1) {
      await phone.sync();
      expect(await phone.unsent()).toBe(1);
    }
    await phone.sync();
    expect(await phone.unsent()).toBe(0);
    expect(await phone.attention()).toMatchObject([{ id: bad.id, status: 'retry', code: 'server_error' }]);
    expect(server.stored.size).toBe(1);
  });

  test('case 10: the same id with other content goes to attention and stays readable', async () => {
    const log = await phone.save('mine');
    server.stored.set(log.id, '{"id":"another"}');
    await phone.sync();
    expect(await phone.unsent()).toBe(0);
    expect(await phone.attention()).toMatchObject([
      { id: log.id, status: 'conflict', log: { text: 'mine' } },
    ]);
  });

  test('case 31: a proxy that answers 413 makes the batch halve down to what passes', async () => {
    await phone.saveMany(10);
    server.maxItems = 3;
    await phone.sync();
    expect(server.stored.size).toBe(10);
    expect(server.pushes()).toEqual([10, 5, 2, 2, 2, 2, 2]);
  });

  test('case 31: a single log that is too large is parked where it can be seen', async () => {
    await phone.save();
    server.maxItems = 0;
    await phone.sync();
    expect(await phone.unsent()).toBe(0);
    expect(await phone.attention()).toMatchObject([{ status: 'too_large' }]);
  });

  test('case 31: a batch never outgrows the bytes that the server named', async () => {
    server.view.limits = { max_items: 100, max_bytes: 3000 };
    await phone.sync();
    await phone.saveMany(20);
    await phone.sync();
    expect(server.stored.size).toBe(20);
    expect(server.pushes().length).toBeGreaterThan(1);
    expect(Math.max(...server.requests.map((request) => request.bytes))).toBeLessThanOrEqual(3000);
  });

  test('a log of an erased client leaves the phone on "deleted"', async () => {
    const log = await phone.save();
    server.deleted.add(log.id);
    await phone.sync();
    expect(await phone.unsent()).toBe(0);
    expect(await allLogs(phone.db)).toEqual([]);
  });

  test('a refused envelope marks at most two logs and parks none', async () => {
    await phone.saveMany(4);
    server.faults = Array.from({ length: 8 }, () => ({ kind: 'answer' as const, status: 422 }));
    expect(await phone.sync()).toMatchObject({ kind: 'later', reached: true });
    expect(await phone.unsent()).toBe(4);
    expect(await phone.attention()).toEqual([]);
  });
});

describe('a server in trouble', () => {
  test.each([429, 503])('case 32: %i passes its Retry-After on and keeps everything', async (status) => {
    await phone.save();
    server.faults = [{ kind: 'answer', status, headers: { 'retry-after': '120' } }];
    expect(await phone.sync()).toEqual({ kind: 'later', reached: true, retryAfter: 120 });
    expect(await phone.unsent()).toBe(1);
  });

  test('case 33: a 500 for ever costs one request a run and removes nothing', async () => {
    await phone.save();
    server.faults = Array.from({ length: 5 }, () => ({ kind: 'answer' as const, status: 500 }));
    for (let run = 0; run < 5; run += 1) await phone.sync();
    expect(server.requests).toHaveLength(5);
    expect(await phone.unsent()).toBe(1);
    expect(await phone.attention()).toEqual([]);
  });

  test('case 36: logs that a restored backup has lost are sent again, also behind a 304', async () => {
    await phone.saveMany(5);
    await phone.sync();
    const [first] = [...server.stored.keys()];
    for (const id of [...server.stored.keys()].slice(1)) server.stored.delete(id);
    expect([...server.stored.keys()]).toEqual([first]);
    expect(await phone.sync()).toEqual({ kind: 'done' });
    expect(server.stored.size).toBe(5);
    expect(await phone.unsent()).toBe(0);
  });

  test('heads that differ for a reason that cannot be mended are looked into once', async () => {
    await phone.sync();
    server.stored.set(note('gone').id, '{"nothing":1}');
    await phone.sync();
    const before = server.requests.length;
    await phone.sync();
    expect(server.requests.length - before).toBe(1);
  });

  test('case 37: 400 logs of six months go out in batches of at most 100', async () => {
    await phone.saveMany(400);
    const begun = performance.now();
    await phone.sync();
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(server.pushes()).toEqual([100, 100, 100, 100]);
    expect(server.stored.size).toBe(400);
    expect(await phone.unsent()).toBe(0);
  });

  test('case 20: an app that is too old to read still sends', async () => {
    await phone.save();
    server.minSchema = 3;
    expect(await phone.sync()).toEqual({ kind: 'app_too_old' });
    expect(server.stored.size).toBe(1);
  });
});
