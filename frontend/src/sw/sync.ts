/// <reference lib="webworker" />
import { endPush } from '../push/ending';
import { announce } from '../store/channel';
import { clientDb } from '../store/db';
import { readProfile, wipeProfile } from '../store/profile';
import { exclusively } from '../sync/lock';
import { sendOnce } from '../sync/send';

declare const self: ServiceWorkerGlobalScope;

/** The browser says that the network is back while no page is open. Throws when it should ask again later. */
export async function syncFromWorker(): Promise<void> {
  const profile = await readProfile();
  if (!profile) return;
  const outcome = await exclusively(async () =>
    sendOnce({
      db: await clientDb(profile),
      profile,
      fetch: (input, init) => fetch(input, init),
      now: () => Date.now(),
      newId: () => crypto.randomUUID(),
    }),
  );
  if (outcome?.kind === 'revoked') {
    await endPush(self.registration);
    await wipeProfile(profile);
  }
  announce('changed');
  if (outcome?.kind === 'later') throw new Error('the server could not be reached');
}
