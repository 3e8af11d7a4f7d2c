import { matchPrecache } from 'workbox-precaching';
import { storedPhoto } from './photos';
import { storedWords } from './words';

const SHELL = '/index.html';
/** Pages of the therapist: always the newest from the network, so that their chunks fit. */
const DESK = /^\/(desk|sign-in|sign-up)(\/|$)/;
/** Of the practice's own techniques; the page stores those that her program names (src/sync/photos.ts). */
const PHOTO = /^\/api\/v1\/photos\//;
/** What only the server can answer. */
export const SERVER = /^\/(api|calendar|healthz|mail|sw\.js)(\/|$)/;

/** The stored answer to a request of the page, or null when the network should have it. */
export function answerFrom(request: Request, origin: string): Promise<Response> | null {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return null;
  if (PHOTO.test(url.pathname)) return storedPhoto(request);
  if (SERVER.test(url.pathname)) return null;
  if (request.mode === 'navigate') return DESK.test(url.pathname) ? deskPage(request) : shell(request);
  return storedFile(request);
}

async function shell(request: Request): Promise<Response> {
  return (await matchPrecache(SHELL)) ?? fetch(request);
}

async function deskPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const stored = await matchPrecache(SHELL);
    if (stored) return stored;
    throw error;
  }
}

async function storedFile(request: Request): Promise<Response> {
  return (await matchPrecache(request)) ?? (await storedWords(request)) ?? fetch(request);
}
