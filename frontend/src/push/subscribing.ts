// A living subscription that the server knows, made for the key it signs with today. The page and the worker share this.
import { dropSubscription, pushKey, tellSubscription } from '../api/push';
import { keyBytes, madeFor } from '../domain/push-state';
import { alone } from '../sync/lock';

/** Some browsers never answer when their push service is out of reach. */
const PATIENCE_MS = 10_000;

/** Sends it to the server, and makes it where there is none or it is no longer good. Throws why it could not be. */
export function keepSubscribed(registration: ServiceWorkerRegistration): Promise<void> {
  return inTurn(() => keep(registration.pushManager));
}

/** Ends what there is: here, and at the server where that can be told; a push to it would be refused anyway. */
export function endSubscribed(registration?: ServiceWorkerRegistration): Promise<void> {
  return inTurn(async () => {
    const held = await registration?.pushManager?.getSubscription();
    if (held) await end(held);
  });
}

/** What has not come after ten seconds has failed. */
export function inTime<T>(awaited: Promise<T>): Promise<T> {
  const late = new DOMException('no answer of the browser', 'TimeoutError');
  return Promise.race([awaited, new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS, late))]);
}

/** A page that opens, its screen, another tab and the worker may all be at it: one would end what another has made. */
function inTurn(work: () => Promise<void>): Promise<void> {
  return alone(work, 'pith-push');
}

async function keep(pushes: PushManager): Promise<void> {
  // Asked each time: a key that is remembered hides that the server has another.
  const key = await pushKey();
  const held = await pushes.getSubscription();
  const good = held && madeFor(key, held.options?.applicationServerKey);
  if (held && !good) await end(held);
  const living = good ? held : await subscribed(pushes, key);
  const { anew } = await tellSubscription(living);
  if (!anew) return;
  await end(living);
  await tellSubscription(await subscribed(pushes, key));
}

async function end(held: PushSubscription): Promise<void> {
  await held.unsubscribe();
  await inTime(dropSubscription(held.endpoint)).catch(() => undefined);
}

function subscribed(pushes: PushManager, key: string): Promise<PushSubscription> {
  return inTime(pushes.subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(key) }));
}
