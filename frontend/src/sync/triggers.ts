import type { Reason } from './runner';

/** Turns what happens to the page into reasons to sync. `navigator.onLine` is never asked: it lies both ways. */
export function listenForReasons(kick: (reason: Reason) => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') kick('event');
  });
  addEventListener('online', () => kick('event'));
  addEventListener('pageshow', (event) => {
    if (event.persisted) kick('event');
  });
  navigator.serviceWorker?.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.data === 'sync') kick('event');
  });
}
