/// <reference lib="webworker" />
import { precache } from 'workbox-precaching';
import { answerFrom } from './pages';
import { syncFromWorker } from './sync';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

/** Not in every engine, and not in the types: an enhancement only. */
interface SyncEvent extends ExtendableEvent {
  tag: string;
}

// Takes the new files in at install and drops the old ones at activation.
precache(self.__WB_MANIFEST);

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const answer = answerFrom(event.request, self.location.origin);
  if (answer) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  // Only a page knows whether a session runs; it says when the new version may take over.
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('sync' as 'message', (event) => {
  const { tag } = event as unknown as SyncEvent;
  if (tag === 'pith-logs') event.waitUntil(syncFromWorker());
});
