import { beforeEach, expect, test, vi } from 'vitest';
import { forgetPush, markPushWanted, toldRows } from '../store/push';
import { FakeBrowser, FakePushServer, KEY } from '../testing/fake-push';
import { showPush, subscriptionChanged, tapped, tellFromWorker } from './push';

const HERE = 'https://pith.example.org';
const SENT = {
  web_push: 8030,
  notification: {
    title: 'Time for your practice',
    lang: 'en',
    dir: 'auto',
    navigate: `${HERE}/today?r=7`,
    tag: 'pith-reminder',
    data: { id: '7', kind: 'reminder' },
    actions: [
      { action: 'start', title: 'Start', navigate: `${HERE}/today?r=7` },
      { action: 'later', title: 'Later', navigate: `${HERE}/today?r=7&later` },
    ],
  },
  app_badge: 1,
};

let browser: FakeBrowser;
let server: FakePushServer;
let windows: FakeWindow[];
let opened: string[];
let spoken: string | null;
const setBadge = vi.fn(async (_count: number) => undefined);

/** A page of this site that is open somewhere. */
class FakeWindow {
  heard: unknown[] = [];
  focus = vi.fn(async () => undefined as unknown);
  readonly url: string;

  constructor(
    path: string,
    readonly focused = false,
  ) {
    this.url = HERE + path;
  }

  postMessage(message: unknown): void {
    this.heard.push(message);
  }
}

beforeEach(async () => {
  browser = new FakeBrowser();
  browser.install();
  browser.permission = 'granted';
  server = new FakePushServer();
  vi.stubGlobal('fetch', server.fetch);
  Object.defineProperty(navigator, 'setAppBadge', { value: setBadge, configurable: true });
  setBadge.mockClear();
  [windows, opened, spoken] = [[], [], null];
  const found = () => (spoken === null ? undefined : new Response(spoken));
  vi.stubGlobal('caches', { open: async () => ({ match: async () => found() }) });
  vi.stubGlobal('self', {
    registration: browser.registration,
    location: { origin: HERE },
    clients: {
      matchAll: async () => windows,
      openWindow: async (path: string) => {
        opened.push(path);
      },
    },
  });
  await forgetPush();
});

const arrives = (text: string | null) =>
  showPush(text === null ? null : ({ text: () => text } as PushMessageData));

async function shownNotification(): Promise<{ notification: Notification; close: ReturnType<typeof vi.fn> }> {
  await arrives(JSON.stringify(SENT));
  const close = vi.fn();
  return {
    notification: { data: browser.shown[0]?.options.data, close } as unknown as Notification,
    close,
  };
}

test('a push is shown as the server says it, and told as shown', async () => {
  await arrives(JSON.stringify(SENT));
  const [{ title, options } = { title: '', options: {} }] = browser.shown;
  expect(title).toBe('Time for your practice');
  expect(options).toMatchObject({ tag: 'pith-reminder', lang: 'en', silent: false });
  expect(options).toMatchObject({ data: { id: '7', path: '/today?r=7' } });
  expect(options).toMatchObject({ actions: [{ action: 'start' }, { action: 'later' }] });
  expect(server.told('/push/receipts')).toEqual([{ receipts: [{ id: '7', what: 'shown' }] }]);
  expect(setBadge).toHaveBeenCalledWith(1);
});

test.each([
  ['sounds again where one of yesterday still stands', 'pith-reminder', true],
  ['without a tag is no other one anew', '', false],
])('a push %s', async (_what, tag, renotify) => {
  await arrives(JSON.stringify({ ...SENT, notification: { ...SENT.notification, tag } }));
  expect(browser.shown.map((one) => one.options)).toMatchObject([{ tag, renotify }]);
});

test.each([
  ['nothing', null],
  ['half a message', '{"web_push":8030,"notif'],
  ['no title', '{"notification":{"navigate":"/today"}}'],
  ['buttons that are none', '{"notification":{"title":"New","actions":7}}'],
])('of %s something is shown all the same', async (_what, text) => {
  await arrives(text);
  expect(browser.shown.map((one) => one.title)).toEqual(['Something new in Pith']);
  expect(server.heard).toEqual([]);
});

test('a notice that the browser refuses is shown in generic words', async () => {
  const show = vi.spyOn(browser.registration, 'showNotification');
  show.mockRejectedValueOnce(new TypeError('an action without a title'));
  await arrives(JSON.stringify(SENT));
  expect(browser.shown.map((one) => one.title)).toEqual(['Something new in Pith']);
});

test('bytes that are no text are shown in the language that the page noted', async () => {
  spoken = 'de';
  const text = () => {
    throw new TypeError('not text');
  };
  await showPush({ text } as unknown as PushMessageData);
  expect(browser.shown.map((one) => one.title)).toEqual(['Neues in Pith']);
});

test('a storage that fails keeps nobody from being reminded, nor the server from hearing it', async () => {
  vi.stubGlobal('caches', { open: () => Promise.reject(new Error('full')) });
  const broken = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new Error('full');
  });
  await arrives(JSON.stringify(SENT));
  broken.mockRestore();
  expect(browser.shown).toHaveLength(1);
  expect(server.told('/push/receipts')).toHaveLength(1);
});

test('a browser that shows no buttons is given none', async () => {
  vi.stubGlobal('Notification', {});
  await arrives(JSON.stringify(SENT));
  expect(browser.shown[0]?.options).toMatchObject({ actions: [] });
});

test('without a network the receipt waits, and the browser is asked to call again', async () => {
  server.offline();
  await arrives(JSON.stringify(SENT));
  expect([browser.shown.length, browser.synced]).toEqual([1, ['pith-push']]);
  await expect(tellFromWorker()).rejects.toThrow('could not be reached');
  server.answers = {};
  await tellFromWorker();
  expect(server.told('/push/receipts')).toHaveLength(1);
  expect(await toldRows()).toEqual([]);
});

test('a tap brings the open window forward and tells it where to go', async () => {
  const { notification, close } = await shownNotification();
  const [behind, front] = [new FakeWindow('/history'), new FakeWindow('/me', true)];
  windows = [behind, front];
  await tapped(notification, '');
  expect(front.heard).toEqual([{ go: '/today?r=7' }]);
  expect([front.focus.mock.calls.length, behind.heard.length, opened]).toEqual([1, 0, []]);
  expect(close).toHaveBeenCalled();
  expect(server.told('/push/receipts')).toContainEqual({ receipts: [{ id: '7', what: 'opened' }] });
});

test('a tap without a window opens one', async () => {
  const { notification } = await shownNotification();
  await tapped(notification, 'start');
  expect(opened).toEqual(['/today?r=7']);
});

test("a therapist's desk is not taken for a client's page", async () => {
  const { notification } = await shownNotification();
  windows = [new FakeWindow('/desk/clients/3', true)];
  await tapped(notification, '');
  expect([opened, windows[0]?.heard]).toEqual([['/today?r=7'], []]);
});

test.each(['/mail/confirm/x', '/calendar/x.ics', '/api/v1/me'])(
  'a tab with %s is no page of the app',
  async (page) => {
    const { notification } = await shownNotification();
    windows = [new FakeWindow(page, true)];
    await tapped(notification, '');
    expect([opened, windows[0]?.heard]).toEqual([['/today?r=7'], []]);
  },
);

test('a window that may not come forward has still been told', async () => {
  const { notification } = await shownNotification();
  windows = [new FakeWindow('/history')];
  windows[0]?.focus.mockRejectedValue(new DOMException('no activation', 'InvalidAccessError'));
  await tapped(notification, '');
  expect(windows[0]?.heard).toHaveLength(1);
});

test('"Later" puts off by half an hour and opens nothing', async () => {
  const { notification, close } = await shownNotification();
  windows = [new FakeWindow('/today')];
  await tapped(notification, 'later');
  expect(server.told('/reminders/snooze')).toEqual([{ minutes: 30, id: '7' }]);
  expect([opened, windows[0]?.heard, close.mock.calls.length]).toEqual([[], [], 1]);
});

test('"Later" without a network is told when it is back', async () => {
  const { notification } = await shownNotification();
  server.offline();
  await tapped(notification, 'later');
  server.answers = {};
  await tellFromWorker();
  expect(server.told('/reminders/snooze')).toEqual([{ minutes: 30, id: '7' }]);
});

test('a notification of an older worker leads home', async () => {
  await tapped({ data: null, close: () => undefined } as unknown as Notification, 'later');
  expect(opened).toEqual(['/today']);
});

test('a subscription that the browser changes is sent to the server', async () => {
  browser.hold(KEY);
  await subscriptionChanged();
  expect(server.told('/push/subscriptions')).toHaveLength(1);
});

test('one that she has turned off is not made again', async () => {
  await markPushWanted(false);
  await subscriptionChanged();
  expect([browser.made, server.heard]).toEqual([0, []]);
});

test('a sign-in that ran out keeps the receipt until she is back', async () => {
  server.answers = { '': { status: 401, body: { code: 'session_expired' } } };
  await arrives(JSON.stringify(SENT));
  expect((await toldRows()).map((row) => row.key)).toEqual(['shown:7']);
});
