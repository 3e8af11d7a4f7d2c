/// <reference lib="webworker" />
import { type Notice, noticeOf } from '../domain/push-notice';
import { receipt, snoozeOf } from '../domain/push-told';
import { keepSubscribed } from '../push/subscribing';
import { tell, tellAll } from '../push/telling';
import { pushWanted } from '../store/push';
import { SERVER } from './pages';
import { spokenLanguage } from './words';

declare const self: ServiceWorkerGlobalScope;

const TAG = 'pith-push';
const LATER_MIN = 30;
/** What is said when the message cannot be read: nothing of anybody. */
const GENERIC: Record<string, string> = { en: 'Something new in Pith', de: 'Neues in Pith' };

/** Kept with a notification until it is tapped. */
interface Kept {
  id: string | null;
  path: string;
}

type Options = NotificationOptions & { actions: Notice['actions']; renotify: boolean };

/** Shows every push, whatever is in it: browsers take pushes away from those who stay silent. */
export async function showPush(data: PushMessageData | null): Promise<void> {
  const words = GENERIC[await spokenLanguage().catch(() => 'en')] ?? 'Pith';
  const notice = noticeOf(textOf(data), self.location.origin, words);
  // What a browser does not like about a notice must not cost her the reminder.
  await show(notice).catch(() => self.registration.showNotification(words));
  // A number on an icon is an extra: where it fails, the notification is there.
  if (notice.badge > 0) await navigator.setAppBadge?.(notice.badge).catch(() => undefined);
  if (notice.id) await said(tell(receipt('shown', notice.id, Date.now()), Date.now()));
}

/** A tap on a notification, or on one of its buttons. */
export async function tapped(notification: Notification, action: string): Promise<void> {
  notification.close();
  const { id, path } = (notification.data ?? { id: null, path: '/today' }) as Kept;
  const now = Date.now();
  if (action === 'later' && id) {
    await said(tell(snoozeOf(id, LATER_MIN, now), now));
    return;
  }
  const telling = id ? said(tell(receipt('opened', id, now), now)) : null;
  await Promise.all([open(path), telling]);
}

/** The browser has ended a subscription, or made another in its place: the server hears of the living one. */
export async function subscriptionChanged(): Promise<void> {
  if ((await pushWanted()) === false) return;
  await keepSubscribed(self.registration);
}

/** The network is back. Throws when the browser should ask again later. */
export async function tellFromWorker(): Promise<void> {
  if (!(await said(tellAll(Date.now())))) throw new Error('the server could not be reached');
}

function textOf(data: PushMessageData | null): string | null {
  try {
    return data?.text() ?? null;
  } catch {
    // Bytes that are no text: the generic words are shown.
    return null;
  }
}

async function show({ title, id, path, tag, lang, actions }: Notice): Promise<void> {
  const kept: Kept = { id, path };
  const options: Options = {
    tag,
    // In place of one of yesterday it sounds again; without a tag a browser refuses that.
    renotify: tag !== '',
    lang,
    data: kept,
    icon: '/icons/icon-192.png',
    badge: '/icons/monochrome-192.png',
    silent: false,
    actions: actions.slice(0, (Notification as { maxActions?: number }).maxActions ?? 0),
  };
  await self.registration.showNotification(title, options);
}

/** A window that is open comes forward and is told where to go; only without one a new one opens. */
async function open(path: string): Promise<void> {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // A desk and a client's pages may be open in one browser: neither takes the other's place.
  const windows = all.filter(({ url }) => isOfApp(new URL(url).pathname, path));
  const there = windows.find((one) => one.focused) ?? windows[0];
  if (!there) {
    await self.clients.openWindow(path);
    return;
  }
  there.postMessage({ go: path });
  // Browsers refuse it when the tap was too long ago; the page has moved all the same.
  await there.focus().catch(() => undefined);
}

/** A page that the server made listens to nobody. */
function isOfApp(page: string, path: string): boolean {
  return !SERVER.test(page) && isDesk(page) === isDesk(path);
}

function isDesk(path: string): boolean {
  return path.startsWith('/desk');
}

/** Waits for the telling; what could not be told is told when the network is back, or by the app when it opens. */
async function said(telling: Promise<boolean>): Promise<boolean> {
  const heard = await telling.catch((error: unknown) => {
    reportError(error);
    return true;
  });
  if (!heard) await askForSync();
  return heard;
}

async function askForSync(): Promise<void> {
  const { sync } = self.registration as unknown as { sync?: { register: (tag: string) => Promise<void> } };
  await sync?.register(TAG).catch(() => undefined);
}
