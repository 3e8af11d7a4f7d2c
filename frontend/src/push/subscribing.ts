// A living subscription that the server knows, made for the key it signs with today. The page and the worker share this.
import { dropSubscription, pushKey, tellSubscription } from '../api/push';
import { keyBytes, madeFor } from '../domain/push-state';

/** Some browsers never answer when their push service is out of reach. */
const PATIENCE_MS = 10_000;

/** Sends it to the server, and makes it where there is none or it is no longer good. Throws why it could not be. */
export async function keepSubscribed(registration: ServiceWorkerRegistration): Promise<void> {
  const pushes = registration.pushManager;
  // Asked each time: a key that is remembered hides that the server has another.
  const key = await pushKey();
  const held = await pushes.getSubscription();
  const good = held && madeFor(key, held.options?.applicationServerKey);
  if (held && !good) await endSubscription(held);
  const living = good ? held : await subscribed(pushes, key);
  const { anew } = await tellSubscription(living);
  if (!anew) return;
  await endSubscription(living);
  await tellSubscription(await subscribed(pushes, key));
}

/** Ends it here, and at the server where that can be told; a push to it would be refused anyway. */
export async function endSubscription(held: PushSubscription): Promise<void> {
  await held.unsubscribe();
  await inTime(dropSubscription(held.endpoint)).catch(() => undefined);
}

/** What has not come after ten seconds has failed. */
export function inTime<T>(awaited: Promise<T>): Promise<T> {
  const late = new DOMException('no answer of the browser', 'TimeoutError');
  return Promise.race([awaited, new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS, late))]);
}

function subscribed(pushes: PushManager, key: string): Promise<PushSubscription> {
  return inTime(pushes.subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(key) }));
}
