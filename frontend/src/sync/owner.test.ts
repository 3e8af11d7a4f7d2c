import { beforeEach, describe, expect, test } from 'vitest';
import { dropClientDb } from '../store/db';
import { isSwitching } from '../store/leaving';
import { allLogs } from '../store/logs';
import { beginSwitch, wipeProfile } from '../store/profile';
import { readView } from '../store/view';
import { ANA, BEN, FakePith } from '../testing/fake-pith';
import { NOON, Phone } from '../testing/phone';
import { aVersion } from '../testing/program';

let server: FakePith;
let phone: Phone;

beforeEach(async () => {
  await wipeProfile(ANA);
  await dropClientDb(BEN);
  server = new FakePith(() => NOON);
  phone = await Phone.open(server);
});

describe('who this phone belongs to', () => {
  test('case 15: an ended session keeps the outbox; it flushes after signing in', async () => {
    await phone.save();
    server.owner = null;
    expect(await phone.sync()).toEqual({ kind: 'signed_out' });
    expect(await phone.unsent()).toBe(1);
    server.owner = ANA;
    await phone.sync();
    expect(server.stored.size).toBe(1);
  });

  test('case 16: logs of one client are neither flushed nor seen by the next', async () => {
    const log = await phone.save();
    server.owner = BEN;
    const other = await Phone.open(server, BEN);
    await other.sync();
    expect(server.stored.has(log.id)).toBe(false);
    expect(await allLogs(other.db)).toEqual([]);
    expect(await phone.unsent()).toBe(1);
  });

  test("case 16: a pairing cut before its end sends nothing under the other client's cookie", async () => {
    await phone.save();
    await beginSwitch('2026-11-22T12:00:00Z');
    server.owner = BEN;
    expect(await phone.sync()).toEqual({ kind: 'signed_out' });
    expect(server.stored.size).toBe(0);
    server.owner = ANA;
    expect(await phone.sync()).toEqual({ kind: 'done' });
    expect(await isSwitching()).toBe(false);
    expect(server.stored.size).toBe(1);
  });

  test('a 410 that names this very client revokes', async () => {
    server.revoked = true;
    expect(await phone.sync()).toEqual({ kind: 'revoked' });
  });

  test.each([
    [
      'somebody else',
      { code: 'client_revoked', wipe: true, client_id: BEN.client_id, practice_id: BEN.practice_id },
    ],
    ['nobody', { code: 'client_revoked', wipe: true }],
    [
      'no wipe',
      { code: 'client_revoked', wipe: false, client_id: ANA.client_id, practice_id: ANA.practice_id },
    ],
  ])('a 410 that names %s wipes nothing', async (_who, body) => {
    await phone.save();
    server.faults = [{ kind: 'answer', status: 410, body }];
    expect(await phone.sync()).toMatchObject({ kind: 'later' });
    expect(await phone.unsent()).toBe(1);
  });

  test("another client's view is never stored", async () => {
    server.owner = BEN;
    expect(await phone.sync()).toEqual({ kind: 'signed_out' });
    expect(await readView(phone.db)).toBeNull();
  });
});

describe('what flows down', () => {
  test('a new program is stored together with the receipt that tells the therapist', async () => {
    server.view = { ...server.view, program: aVersion({ number: 4 }) };
    await phone.sync();
    expect((await readView(phone.db))?.view.program?.number).toBe(4);
    const told = [...server.stored.values()].map((text) => JSON.parse(text));
    expect(told).toMatchObject([{ kind: 'read', what: 'program', ref: '4', tz: 'Europe/Berlin' }]);
    await phone.sync();
    expect(server.stored.size).toBe(1);
  });

  test('the second pull asks with the version that it has', async () => {
    await phone.sync();
    await phone.sync();
    expect(server.requests.at(-1)?.headers.get('if-none-match')).toBe('"v1"');
  });

  test('case 26: after an eviction the view and the history come back', async () => {
    await phone.saveMany(3);
    server.view = { ...server.view, program: aVersion({ number: 2 }) };
    await phone.sync();
    await phone.lose();
    const again = await Phone.open(server);
    await again.sync();
    expect((await readView(again.db))?.view.program?.number).toBe(2);
    expect((await allLogs(again.db)).filter((log) => log.kind === 'note')).toHaveLength(3);
    expect(await again.unsent()).toBe(0);
  });

  test('unknown fields of a newer server are ignored', async () => {
    server.view = { ...server.view, ...{ weather: 'mild' } };
    expect(await phone.sync()).toEqual({ kind: 'done' });
  });
});
