import { effect, signal } from './signals';
import { unsent } from './store';

const SCRIPT = '/sw.js';
const SESSION_LOCK = 'pith-session';
/** A version that is found this soon after opening is taken at once: nobody has begun anything yet. */
const FRESH_MS = 4000;

/** Pages of this tab that are in a session. */
let held = 0;

interface InstallEvent extends Event {
  prompt: () => Promise<unknown>;
}

/** The browser's offer to install, where it makes one. */
export const installOffer = signal<InstallEvent | null>(null);

/** Takes note of the offer, so that the person can take it when she wants to, not when the browser does. */
export function watchInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installOffer.value = event as InstallEvent;
  });
  addEventListener('appinstalled', () => {
    installOffer.value = null;
  });
}

interface TypedWindow {
  trustedTypes?: {
    createPolicy: (
      name: string,
      rules: { createScriptURL: (url: string) => string },
    ) => {
      createScriptURL: (url: string) => unknown;
    };
  };
}

/** The page's side of the worker: registers it, and tells it when a new version may take over. */
export async function startWorker(onUpdate: (apply: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const openedAt = performance.now();
  let mayReload = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (mayReload) void whenNoSession(() => location.reload());
    mayReload = true;
  });
  const registration = await registerWorker();
  watch(registration, () => {
    const apply = () => void whenNoSession(() => registration.waiting?.postMessage('take-over'));
    // During a practice nothing is even offered: it is taken by itself when the practice is over.
    if (held > 0 || performance.now() - openedAt < FRESH_MS) apply();
    else onUpdate(apply);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
  effect(() => {
    if (unsent.value > 0) askForBackgroundSync(registration);
  });
}

export function registerWorker(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(scriptUrl(), { scope: '/', updateViaCache: 'none' });
}

/** Tells the worker, here or still to come, which language this browser speaks: it stores the words of that one alone. */
export async function noteLanguage(language: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await (await caches.open('pith-words')).put('/language', new Response(language));
  navigator.serviceWorker.controller?.postMessage({ words: language });
}

/** Held by every tab in which a session runs or is being told about; released by the returned function. */
export function holdSession(): () => void {
  let release: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    release = resolve;
  });
  held += 1;
  void navigator.locks?.request(SESSION_LOCK, { mode: 'shared' }, () => over);
  return () => {
    held -= 1;
    release();
  };
}

/** Waits until no tab is in a session, however long that takes. */
export async function whenNoSession(run: () => void): Promise<void> {
  if (!navigator.locks) {
    run();
    return;
  }
  await navigator.locks.request(SESSION_LOCK, async () => run());
}

function watch(registration: ServiceWorkerRegistration, onWaiting: () => void): void {
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) onWaiting();
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}

/** Under the content security policy a worker's address must be typed; this is the one policy of the application. */
function scriptUrl(): string {
  const types = (window as unknown as TypedWindow).trustedTypes;
  if (!types) return SCRIPT;
  const policy = types.createPolicy('pith', {
    createScriptURL: (url) => {
      if (url !== SCRIPT) throw new TypeError('not the worker');
      return url;
    },
  });
  return policy.createScriptURL(SCRIPT) as string;
}

/** Where the browser offers it; where it does not, opening the app sends. */
function askForBackgroundSync(registration: ServiceWorkerRegistration): void {
  const { sync } = registration as ServiceWorkerRegistration & {
    sync?: { register: (tag: string) => Promise<void> };
  };
  // Refused without permission in some engines; the page's own triggers remain.
  sync?.register('pith-logs').catch(() => undefined);
}
