/// <reference lib="webworker" />

/** The photo as the page stored it; one that it does not keep comes from the network. */
export async function storedPhoto(request: Request): Promise<Response> {
  const stored = await caches.match(request.url, { cacheName: 'pith-photos', ignoreVary: true });
  return stored ?? fetch(request);
}
