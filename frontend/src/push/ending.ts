// The end of all pushes on this browser: she leaves, or this phone was closed.
import { forgetPush } from '../store/push';
import { endSubscribed } from './subscribing';

/** She leaves: nothing is sent here any more, nothing stays on screen, nothing is remembered. */
export async function endPush(registration?: ServiceWorkerRegistration): Promise<void> {
  await pausePush(registration);
  await allOf(forgetPush());
}

/** She signs out. Who signs in next is sent something again, if it was wanted here. */
export async function pausePush(registration?: ServiceWorkerRegistration): Promise<void> {
  const here = registration ?? (await navigator.serviceWorker?.getRegistration());
  await allOf(endSubscribed(here), cleared(here));
}

/** What fails is reported, and holds up no leaving. */
async function allOf(...works: Promise<void>[]): Promise<void> {
  for (const one of await Promise.allSettled(works)) if (one.status === 'rejected') reportError(one.reason);
}

async function cleared(registration?: ServiceWorkerRegistration): Promise<void> {
  const shown = (await registration?.getNotifications?.()) ?? [];
  for (const one of shown) one.close();
  await navigator.clearAppBadge?.();
}
