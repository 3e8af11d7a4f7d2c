/**
 * The photos of the practice's own techniques, for days without a network: those that her program names are stored, all
 * others dropped. The worker answers with them (src/sw/photos.ts).
 */

import type { View } from '../domain/types';
import { effect } from '../signals';
import { photosAway } from '../store/photos';
import { view } from '../store/state';

const CACHE = 'pith-photos';

/** Stores and drops whenever the program names other photos; what the network did not bring is asked for with the next
 * news of the practice. */
export function followPhotos(): void {
  let last = '';
  effect(() => {
    const urls = photosOf(view.value);
    const wanted = urls.join(' ');
    if (wanted === last && photosAway.peek() !== 'network') return;
    last = wanted;
    keepPhotos(urls).then(
      (away) => {
        photosAway.value = away;
      },
      // The phone's own storage: it must be seen, but nothing of hers is lost.
      (error: unknown) => reportError(error),
    );
  });
}

/** The photos that the program names, each once, also those of versions that are still in force. */
export function photosOf(now: View | null): string[] {
  const versions = now ? [now.program, ...now.earlier] : [];
  const urls = versions.flatMap((version) => version?.items.map((item) => item.technique?.photo?.url) ?? []);
  return [...new Set(urls.filter((url) => url !== undefined))];
}

/** Null when all are here; else why one is not: the phone has no room, or the network did not bring it. */
export async function keepPhotos(urls: readonly string[]): Promise<'full' | 'network' | null> {
  if (!('caches' in globalThis)) return null;
  if (urls.length === 0) {
    await caches.delete(CACHE);
    return null;
  }
  const cache = await caches.open(CACHE);
  const kept = (await cache.keys()).map((request) => new URL(request.url).pathname);
  await Promise.all(kept.filter((path) => !urls.includes(path)).map((path) => cache.delete(path)));
  const missing = urls.filter((url) => !kept.includes(url));
  const results = await Promise.allSettled(missing.map((url) => cache.add(url)));
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
  if (reasons.length === 0) return null;
  return reasons.some((reason) => reason.name === 'QuotaExceededError') ? 'full' : 'network';
}
