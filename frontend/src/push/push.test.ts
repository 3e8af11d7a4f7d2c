import { beforeEach, expect, test, vi } from 'vitest';
import { forgetPush, markPushWanted, pushWanted, toldRows } from '../store/push';
import { FakeBrowser, FakePushServer, KEY, OTHER_KEY } from '../testing/fake-push';
import { pushLost, pushState, renewPush, sendTestPush, snooze, turnOffPush, turnOnPush } from '.';
import { endPush, pausePush } from './ending';
import { tell, tellAll } from './telling';

let browser: FakeBrowser;
let server: FakePushServer;
const ENDPOINT = 'https://push.example.org/held';
const sentEndpoints = () =>
  server.told('/push/subscriptions').map((body) => (body as { endpoint: string }).endpoint);

beforeEach(async () => {
  browser = new FakeBrowser();
  browser.install();
  server = new FakePushServer();
  vi.stubGlobal('fetch', server.fetch);
  await forgetPush();
});

test('turned on, the server holds this browser and the state is on', async () => {
  expect(await turnOnPush()).toBe('on');
  expect(pushState.value).toBe('on');
  expect(sentEndpoints()).toEqual(['https://push/1']);
  expect(await pushWanted()).toBe(true);
});

test("a therapist's browser gets its worker when she turns them on, in the language of the page", async () => {
  const put = vi.fn(async (_address: string, _noted: Response) => undefined);
  vi.stubGlobal('caches', { open: async () => ({ put }) });
  document.documentElement.lang = 'de';
  browser.workerless = true;
  expect(await turnOnPush()).toBe('on');
  expect(browser.workerless).toBe(false);
  expect(await put.mock.calls[0]?.[1].text()).toBe('de');
});

test.each([
  ['denied', 'denied', 'denied', true],
  ['default', 'dismissed', 'ask', false],
] as const)(
  'a prompt that is answered %s asks nothing of the browser',
  async (answer, outcome, state, wanted) => {
    browser.answer = answer;
    expect(await turnOnPush()).toBe(outcome);
    // Blocked, it is still wanted: Today says what helps.
    expect(await pushWanted()).toBe(wanted);
    expect(pushState.value).toBe(state);
    expect([browser.made, server.heard.length]).toEqual([0, 0]);
  },
);

test('who closes the question still wants what she wanted before', async () => {
  await markPushWanted(true);
  browser.answer = 'default';
  await turnOnPush();
  expect(await pushWanted()).toBe(true);
});

test('a browser that never answers is given up after ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  browser.subscribing = 'never';
  const turned = turnOnPush();
  try {
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0), { interval: 5 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await turned).toBe('timeout');
    expect(pushState.value).toBe('broken');
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ['the browser refuses', () => (browser.subscribing = new DOMException('no', 'AbortError')), 'refused'],
  [
    'the browser does not allow it',
    () => (browser.subscribing = new DOMException('no', 'NotAllowedError')),
    'denied',
  ],
  ['there is no network', () => server.offline(), 'offline'],
  ['the server refuses the address', () => (server.answers = { 'POST /push': { status: 422 } }), 'refused'],
])('where %s she hears it, and the next open tries again', async (_what, harm, outcome) => {
  harm();
  expect(await turnOnPush()).toBe(outcome);
  expect(pushState.value).toBe('broken');
  browser.subscribing = 'works';
  server.answers = {};
  await renewPush();
  expect(pushState.value).toBe('on');
});

test('each open sends the subscription again', async () => {
  browser.permission = 'granted';
  browser.hold(KEY);
  await renewPush();
  expect(sentEndpoints()).toEqual([ENDPOINT]);
  expect([browser.made, pushState.value]).toEqual([0, 'on']);
});

test('another key of the server ends the old subscription and makes a new one', async () => {
  browser.permission = 'granted';
  browser.hold(KEY);
  server.key = OTHER_KEY;
  await renewPush();
  expect(sentEndpoints()).toEqual(['https://push/1']);
  expect(server.told('/push/subscriptions', 'DELETE')).toEqual([{ endpoint: ENDPOINT }]);
  await renewPush();
  expect(browser.made).toBe(1);
});

test('a subscription that its push service has ended is made anew', async () => {
  browser.permission = 'granted';
  browser.hold(KEY);
  const answers = [true, false].map((anew) => ({ status: 201, body: { browsers: 0, anew } }));
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    const posts = input.endsWith('/subscriptions') && init.method === 'POST';
    server.answers = posts ? { 'POST /push/subscriptions': answers.shift() ?? { status: 500 } } : {};
    return server.fetch(input, init);
  });
  await renewPush();
  expect(sentEndpoints()).toEqual([ENDPOINT, 'https://push/1']);
  expect(pushState.value).toBe('on');
});

test.each([
  ['taken back', 'default', true, true],
  ['blocked', 'denied', true, true],
  ['never wanted', 'denied', null, false],
  ['there', 'granted', true, false],
] as const)('leave that is %s is a loss only to who wanted it', async (_what, permission, wanted, lost) => {
  browser.permission = permission;
  if (wanted) await markPushWanted(wanted);
  await renewPush();
  expect(pushLost.value).toBe(lost);
});

test('a subscription that is lost is made again, for she wanted it', async () => {
  browser.permission = 'granted';
  await markPushWanted(true);
  await renewPush();
  expect([browser.made, pushState.value]).toEqual([1, 'on']);
});

test.each([
  ['without a network', () => server.offline()],
  ['with a server in trouble', () => (server.answers = { '': { status: 503 } })],
  ['with nobody signed in', () => (server.answers = { '': { status: 401 } })],
])('%s the state is what the browser says', async (_what, harm) => {
  browser.permission = 'granted';
  browser.hold(KEY);
  harm();
  await renewPush();
  expect([pushState.value, browser.held?.endpoint]).toEqual(['on', ENDPOINT]);
});

test('who was never asked is not asked by an open', async () => {
  await renewPush();
  expect([pushState.value, browser.asked, server.heard.length]).toEqual(['ask', 0, 0]);
});

test('turned off, browser and server forget it, and no open brings it back', async () => {
  await turnOnPush();
  await turnOffPush();
  expect([pushState.value, browser.held]).toEqual(['off', null]);
  expect(server.told('/push/subscriptions', 'DELETE')).toEqual([{ endpoint: 'https://push/1' }]);
  await renewPush();
  expect([pushState.value, browser.made]).toEqual(['off', 1]);
});

test('one that could not be ended when it was turned off is ended by the next open', async () => {
  browser.permission = 'granted';
  await markPushWanted(false);
  browser.hold(KEY);
  await renewPush();
  expect([pushState.value, browser.held]).toEqual(['off', null]);
});

test('a browser without pushes says so and is asked nothing', async () => {
  Object.defineProperty(navigator, 'serviceWorker', { value: undefined, configurable: true });
  delete (navigator as { serviceWorker?: unknown }).serviceWorker;
  await renewPush();
  expect(pushState.value).toBe('unsupported');
});

test('a test follows its push until the screen has shown it', async () => {
  server.answers = {
    'POST /push/test': { status: 202, body: { id: '7' } },
    'GET /push/deliveries/7': {
      status: 200,
      body: { status: 'done', reason: null, shown_at: '2026-11-22T07:00:00Z' },
    },
  };
  expect(await sendTestPush()).toEqual({ kind: 'shown' });
});

test.each([
  ['no network', null, { kind: 'offline' }],
  ['too many', { status: 422 }, { kind: 'too-many' }],
  ['a server in trouble', { status: 500 }, { kind: 'failed', reason: 'http_500' }],
])('a test that meets %s says so', async (_what, answer, outcome) => {
  server.answers = { 'POST /push/test': answer };
  expect(await sendTestPush()).toEqual(outcome);
});

test.each([
  ['taken', { status: 204 }, 'ok'],
  ['without a network not promised', null, 'offline'],
  ['refused', { status: 422 }, 'refused'],
])('a snooze from the app is %s', async (_what, answer, outcome) => {
  server.answers = { 'POST /reminders/snooze': answer };
  expect(await snooze(30)).toBe(outcome);
  expect(await toldRows()).toEqual([]);
});

test('receipts wait for a network', async () => {
  server.offline();
  expect(await tell({ key: 'shown:1', what: 'shown', id: '1', at: 1000 }, 1000)).toBe(false);
  await tell({ key: 'opened:1', what: 'opened', id: '1', at: 2000 }, 2000);
  server.answers = {};
  expect(await tellAll(3000)).toBe(true);
  expect(server.told('/push/receipts')).toHaveLength(2);
  expect(await toldRows()).toEqual([]);
});

test('a snooze that waited asks for what is left of it', async () => {
  server.offline();
  const tapped = { key: 'snooze:1', what: 'snooze', id: '1', minutes: 30, at: 0 } as const;
  await tell(tapped, 0);
  server.answers = {};
  await tellAll(10 * 60_000);
  expect(server.told('/reminders/snooze')).toEqual([{ minutes: 20, id: '1' }]);
});

test('what the server refuses for good is not told again; a closed door keeps it', async () => {
  server.answers = { 'POST /push/receipts': { status: 422 } };
  expect(await tell({ key: 'shown:1', what: 'shown', id: '1', at: 0 }, 0)).toBe(true);
  server.answers = { 'POST /push/receipts': { status: 401, body: { code: 'session_expired' } } };
  expect(await tell({ key: 'shown:2', what: 'shown', id: '2', at: 0 }, 0)).toBe(false);
  expect((await toldRows()).map((row) => row.id)).toEqual(['2']);
});

test('who leaves takes all of it along: subscription, notifications, wish and what was to be told', async () => {
  await turnOnPush();
  await browser.registration.showNotification('Time for your practice', {});
  server.answers = { 'POST /push/receipts': null };
  await tell({ key: 'shown:1', what: 'shown', id: '1', at: 0 }, 0);
  await endPush();
  expect([browser.held, browser.shown, await toldRows(), await pushWanted()]).toEqual([null, [], [], null]);
  expect(server.told('/push/subscriptions', 'DELETE')).toHaveLength(1);
});

test('leaving without a network still ends it here', async () => {
  await turnOnPush();
  server.offline();
  await endPush();
  expect([browser.held, await pushWanted()]).toEqual([null, null]);
});

test('who signs out and in again is sent something again', async () => {
  await turnOnPush();
  await pausePush();
  expect(browser.held).toBeNull();
  await renewPush();
  expect([browser.made, pushState.value]).toEqual([2, 'on']);
});

test('two that renew at the same time make one subscription anew, not two', async () => {
  browser.permission = 'granted';
  browser.hold(KEY);
  const line = { last: Promise.resolve() as Promise<unknown> };
  const request = (_name: string, job: () => Promise<unknown>) => {
    line.last = line.last.then(job);
    return line.last;
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
  server.key = OTHER_KEY;
  await Promise.all([renewPush(), renewPush()]);
  expect([browser.made, browser.held?.endpoint]).toEqual([1, 'https://push/1']);
  delete (navigator as { locks?: unknown }).locks;
});
