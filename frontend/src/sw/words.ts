/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope & { __WORDS: Record<string, string[]> };

const WORDS = self.__WORDS;
const CACHE = 'pith-words';
/** Where the page notes which language it speaks (src/sw-bridge.ts), before it first registers the worker. */
const SPOKEN = '/language';

/** Stores the words of `language`; of the one that the page noted when none is named. Those of others are left alone. */
export async function keepWords(language?: string): Promise<void> {
  const cache = await caches.open(CACHE);
  const spoken = language ?? (await spokenLanguage());
  const kept = (await cache.keys()).map((request) => new URL(request.url).pathname);
  await cache.addAll((WORDS[spoken] ?? []).filter((url) => !kept.includes(url)));
}

/** The language that the page noted. */
export async function spokenLanguage(): Promise<string> {
  return (await (await (await caches.open(CACHE)).match(SPOKEN))?.text()) ?? 'en';
}

/** Drops the words of versions before this one. */
export async function dropOldWords(): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = [SPOKEN, ...Object.values(WORDS).flat()];
  const old = (await cache.keys()).filter((request) => !wanted.includes(new URL(request.url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
}

export async function storedWords(request: Request): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(request);
}
