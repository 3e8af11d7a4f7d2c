// The end of all pushes on this browser: she leaves, or this phone was closed.
import { forgetPush } from '../store/push';
import { endSubscription } from './subscribing';

/** Ends the subscription, takes what is shown away, forgets what was to be told. Nothing of it may hold up a leaving. */
export async function endPush(registration?: ServiceWorkerRegistration): Promise<void> {
  const here = registration ?? (await navigator.serviceWorker?.getRegistration());
  const ended = await Promise.allSettled([unsubscribed(here), cleared(here), forgetPush()]);
  for (const one of ended) if (one.status === 'rejected') reportError(one.reason);
}

async function unsubscribed(registration?: ServiceWorkerRegistration): Promise<void> {
  const held = await registration?.pushManager?.getSubscription();
  if (held) await endSubscription(held);
}

async function cleared(registration?: ServiceWorkerRegistration): Promise<void> {
  const shown = (await registration?.getNotifications?.()) ?? [];
  for (const one of shown) one.close();
  await navigator.clearAppBadge?.();
}
