import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wipeProfile } from '../store/profile';
import { ANA, FakePith } from '../testing/fake-pith';
import { NOON, Phone } from '../testing/phone';
import type { Outcome } from './outcome';
import { Runner } from './runner';

let server: FakePith;
let phone: Phone;
let outcomes: Outcome[];
let timers: { run: () => void; ms: number }[];
let runner: Runner;
let isFree: boolean;
let watched: 'no' | 'yes' | 'waiting';

beforeEach(async () => {
  await wipeProfile(ANA);
  server = new FakePith(() => NOON);
  phone = await Phone.open(server);
  outcomes = [];
  timers = [];
  isFree = true;
  watched = 'yes';
  runner = new Runner({
    ...phone.ports(),
    client: async () => ({ db: phone.db, profile: phone.profile }),
    random: () => 0.5,
    watched: () => watched,
    exclusively: async (job) => (isFree ? job() : null),
    startTimer: (run, ms) => {
      timers.push({ run, ms });
      return () => undefined;
    },
    onRunning: () => undefined,
    onOutcome: (outcome) => {
      outcomes.push(outcome);
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

test('a save is sent about a second later', async () => {
  await phone.save();
  await runner.kick('save');
  expect(outcomes).toEqual([]);
  expect(timers.at(-1)?.ms).toBe(1000);
  await runner.kick('timer');
  expect(server.stored.size).toBe(1);
});

test.each([true, false])('case 38: navigator.onLine = %s changes nothing', async (onLine) => {
  vi.stubGlobal('navigator', { ...navigator, onLine });
  await phone.save();
  await runner.kick('event');
  expect(server.stored.size).toBe(1);
});

test('case 38: a line that is said to be up but is down keeps everything and is tried again', async () => {
  vi.stubGlobal('navigator', { ...navigator, onLine: true });
  server.faults = [{ kind: 'cut' }];
  await phone.save();
  await runner.kick('event');
  expect(await phone.unsent()).toBe(1);
  expect(timers.at(-1)?.ms).toBe(500);
});

test('case 32: a Retry-After holds back timers, saves and even taps', async () => {
  server.faults = [{ kind: 'answer', status: 503, headers: { 'retry-after': '60' } }];
  await phone.save();
  await runner.kick('tap');
  const asked = server.requests.length;
  await runner.kick('tap');
  await runner.kick('event');
  await runner.kick('save');
  expect(server.requests.length).toBe(asked);
  expect(timers.at(-1)?.ms).toBe(60_000);
  phone.now += 60_000;
  await runner.kick('timer');
  expect(server.stored.size).toBe(1);
});

test('case 33: events alone make at most 20 tries a day; a tap tries again', async () => {
  server.faults = Array.from({ length: 100 }, () => ({ kind: 'answer' as const, status: 500 }));
  await phone.save();
  for (let event = 0; event < 60; event += 1) {
    phone.now += 600_000;
    await runner.kick('event');
  }
  expect(server.requests.length).toBe(20);
  await runner.kick('tap');
  expect(server.requests.length).toBe(21);
});

test('while another tab syncs this one waits for its turn', async () => {
  isFree = false;
  await phone.save();
  await runner.kick('tap');
  expect(server.requests).toEqual([]);
  expect(outcomes).toEqual([]);
  isFree = true;
  await runner.kick('timer');
  expect(server.stored.size).toBe(1);
});

test('a turn that is never given back holds a phone up for half a minute, not for good', async () => {
  isFree = false;
  await phone.save();
  await runner.kick('tap');
  for (let asked = 1; asked < 15; asked += 1) {
    expect(timers.at(-1)?.ms).toBe(2000);
    await runner.kick('timer');
  }
  expect(server.requests).toEqual([]);
  await runner.kick('timer');
  expect(server.stored.size).toBe(1);
});

test('who waits beside her therapist has the news in seconds, and a page that nobody sees asks for none', async () => {
  watched = 'waiting';
  await runner.kick('tap');
  expect(timers.at(-1)?.ms).toBe(5000);
  watched = 'no';
  const before = timers.length;
  await runner.kick('tap');
  expect(timers.length).toBe(before);
});

test('two reasons at once make one run', async () => {
  await phone.save();
  await Promise.all([runner.kick('tap'), runner.kick('event'), runner.kick('tap')]);
  expect(server.pushes()).toEqual([1]);
});
