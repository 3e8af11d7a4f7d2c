import { beforeEach, expect, test, vi } from 'vitest';
import { noChoice } from '../domain/reminders';
import { forgetPush, toldRows } from '../store/push';
import { profile, view } from '../store/state';
import { ANA, emptyView } from '../testing/fake-pith';
import { FakeBrowser, FakePushServer, KEY } from '../testing/fake-push';
import { laterAsked, pushState } from '.';
import { watchPushes } from './open';

let browser: FakeBrowser;
let server: FakePushServer;
let fromWorker: (event: { data: unknown }) => void;
const cleared = vi.fn(async () => undefined);

beforeEach(async () => {
  browser = new FakeBrowser();
  browser.install();
  const listen = (_name: string, hear: typeof fromWorker) => {
    fromWorker = hear;
  };
  Object.assign(navigator.serviceWorker, { addEventListener: listen });
  Object.defineProperty(navigator, 'clearAppBadge', { value: cleared, configurable: true });
  server = new FakePushServer();
  vi.stubGlobal('fetch', server.fetch);
  await forgetPush();
  profile.value = null;
  view.value = null;
  laterAsked.value = null;
  cleared.mockClear();
  history.replaceState(null, '', '/today');
});

test('an address that a reminder led to is told, and leaves the address bar', async () => {
  history.replaceState(null, '', '/today?r=7');
  watchPushes();
  expect(location.pathname + location.search).toBe('/today');
  await vi.waitFor(() =>
    expect(server.told('/push/receipts')).toEqual([{ receipts: [{ id: '7', what: 'opened' }] }]),
  );
  expect(laterAsked.value).toBeNull();
});

test('"Later" of a notification that could not do it itself asks in the app how much', () => {
  history.replaceState(null, '', '/today?r=7&later');
  watchPushes();
  expect([laterAsked.value, location.search]).toEqual(['7', '']);
});

test('opened without a network, it is kept until the network is back', async () => {
  server.offline();
  history.replaceState(null, '', '/today?r=7');
  watchPushes();
  await vi.waitFor(async () => expect(await toldRows()).toHaveLength(1));
  server.answers = {};
  dispatchEvent(new Event('online'));
  await vi.waitFor(async () => expect(await toldRows()).toEqual([]));
});

test('the number on the icon goes when she is here', () => {
  watchPushes();
  expect(cleared).toHaveBeenCalled();
});

test('so does the number of one that came while she was here: with a tap on it, or when she leaves', () => {
  watchPushes();
  cleared.mockClear();
  fromWorker({ data: { go: '/today?r=7' } });
  expect(cleared).toHaveBeenCalledOnce();
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  cleared.mockClear();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(cleared).toHaveBeenCalled();
  hidden.mockRestore();
});

test('whoever signs in on this browser takes its subscription along', async () => {
  browser.permission = 'granted';
  browser.hold(KEY);
  watchPushes();
  expect(server.told('/push/subscriptions')).toEqual([]);
  profile.value = ANA;
  await vi.waitFor(() => expect(server.told('/push/subscriptions')).not.toEqual([]));
  const sent = server.told('/push/key', 'GET').length;
  profile.value = { ...ANA };
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.told('/push/key', 'GET')).toHaveLength(sent);
});

test('a storage that the browser has cleared costs nobody her reminders', async () => {
  browser.permission = 'granted';
  watchPushes();
  profile.value = ANA;
  await vi.waitFor(() => expect(pushState.value).toBe('off'));
  const slots = [{ time: '07:00', days: [0], enabled: true }];
  const reminders = { ...noChoice('Europe/Berlin'), slots, changed_at: '2026-11-20T09:00:00Z' };
  view.value = { ...emptyView(), reminders: { ...reminders, calendar: true } };
  expect(browser.made).toBe(0);
  view.value = { ...emptyView(), reminders };
  await vi.waitFor(() => expect([pushState.value, browser.made]).toEqual(['on', 1]));
});

test('told by the worker the page goes there without being loaded again', () => {
  history.replaceState(null, '', '/history');
  watchPushes();
  const routed = vi.fn();
  addEventListener('popstate', routed, { once: true });
  fromWorker({ data: { go: '/today?r=7' } });
  expect(location.pathname + location.search).toBe('/today');
  expect(routed).toHaveBeenCalled();
});

test('neither a practice nor another site is gone to', () => {
  watchPushes();
  history.replaceState(null, '', '/practice');
  fromWorker({ data: { go: '/today?r=7' } });
  expect(location.pathname).toBe('/practice');
  history.replaceState(null, '', '/history');
  fromWorker({ data: { go: 'https://elsewhere.example.org/x' } });
  expect(location.pathname).toBe('/today');
});

test('what else is said on that line is no business of pushes', () => {
  watchPushes();
  fromWorker({ data: 'sync' });
  fromWorker({ data: null });
  expect(location.pathname).toBe('/today');
});
