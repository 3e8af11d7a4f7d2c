/// <reference lib="webworker" />
import { precache } from 'workbox-precaching';
import { answerFrom } from './pages';
import { showPush, subscriptionChanged, tapped, tellFromWorker } from './push';
import { syncFromWorker } from './sync';
import { dropOldWords, keepWords } from './words';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

/** Not in every engine, and not in the types: an enhancement only. */
interface SyncEvent extends ExtendableEvent {
  tag: string;
}

// Takes the new files in at install and drops the old ones at activation.
precache(self.__WB_MANIFEST);

self.addEventListener('install', (event) => event.waitUntil(keepWords()));

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([self.clients.claim(), dropOldWords()])),
);

self.addEventListener('fetch', (event) => {
  const answer = answerFrom(event.request, self.location.origin);
  if (answer) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  if (typeof event.data?.words === 'string') {
    const [port] = event.ports;
    const told = keepWords(event.data.words).then(
      () => port?.postMessage(true),
      () => port?.postMessage(false),
    );
    event.waitUntil(told);
  }
  // Only a page knows whether a session runs; it says when the new version may take over.
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('sync' as 'message', (event) => {
  const { tag } = event as unknown as SyncEvent;
  if (tag === 'pith-logs') event.waitUntil(syncFromWorker());
  if (tag === 'pith-push') event.waitUntil(tellFromWorker());
});

self.addEventListener('push', (event) => event.waitUntil(showPush(event.data)));

self.addEventListener('notificationclick', (event) =>
  event.waitUntil(tapped(event.notification, event.action)),
);

// Where the browser says so; everywhere the page looks on each open.
self.addEventListener('pushsubscriptionchange' as 'activate', (event) =>
  event.waitUntil(subscriptionChanged()),
);
