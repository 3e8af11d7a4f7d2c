// What the page does about pushes by itself, each time it opens, comes back, or is told by the worker.
import { mayLeave, openedBy, pathOn } from '../domain/push-notice';
import { receipt } from '../domain/push-told';
import { computed, effect } from '../signals';
import { profile } from '../store/state';
import { laterAsked, renewPush, timesAreOn } from '.';
import { tell, tellAll } from './telling';

/** The app of an iPhone stays open for weeks: to come back counts as an opening, but not each minute. */
const RENEW_EVERY_MS = 10 * 60_000;

/** Null until somebody is known to be signed in. */
let renewedAt: number | null = null;

/** Call once, when the page has been drawn. */
export function watchPushes(): void {
  takeOpened();
  // Read anew after each sync, it is another object and still the same person. With a storage that the browser has cleared
  // it is known only after the sync what she waits for.
  const who = computed(() => profile.value && `${profile.value.client_id} ${timesAreOn.value}`);
  effect(() => {
    if (who.value) someoneIsHere();
  });
  document.addEventListener('visibilitychange', () => {
    // What came while she was here calls her no more when she leaves.
    run(document.visibilityState === 'visible' ? lookAgain : unnumber);
  });
  addEventListener('online', () => run(lookAgain));
  navigator.serviceWorker?.addEventListener('message', (event: MessageEvent<unknown>) => {
    const told = event.data as { go?: unknown } | null;
    if (typeof told?.go === 'string') go(pathOn(location.origin, told.go));
  });
  run(settle);
}

/** Whoever signs in on this browser takes its subscription along. */
export function someoneIsHere(): void {
  run(renewNow);
}

/** An address that a notification led to: it is told, and the address bar shows the page alone. */
function takeOpened(): void {
  const by = openedBy(location.search);
  if (!by) return;
  history.replaceState(history.state, '', location.pathname);
  if (by.later) laterAsked.value = by.id;
  const now = Date.now();
  run(() => tell(receipt('opened', by.id, now), now));
}

function go(path: string): void {
  run(unnumber);
  if (!mayLeave(location.pathname)) return;
  history.pushState(null, '', path);
  takeOpened();
  // The router listens to the browser's own way back and forth.
  dispatchEvent(new PopStateEvent('popstate'));
}

async function renewNow(): Promise<void> {
  renewedAt = Date.now();
  await renewPush();
}

async function lookAgain(): Promise<void> {
  await settle();
  if (renewedAt !== null && Date.now() - renewedAt > RENEW_EVERY_MS) await renewNow();
}

/** She is here: no number on the icon has to call her, and what the worker could not tell is told. */
async function settle(): Promise<void> {
  await unnumber();
  await tellAll(Date.now());
}

async function unnumber(): Promise<void> {
  await navigator.clearAppBadge?.().catch(() => undefined);
}

/** Nothing that a page shows waits for this. */
function run(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => reportError(error));
}
