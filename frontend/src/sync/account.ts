import { ApiError, Unreachable } from '../api/client';
import { type Handover, handover } from '../api/client-doors';
import { eraseMe, exportMe } from '../api/own-data';
import { endPush } from '../push/ending';
import { wipe } from '../store';
import { unsent } from '../store/state';
import { syncNow } from '.';
import { alone } from './lock';

/** A code for another screen of the same client; null when it could not be had, or while something waits to be sent. */
export async function requestHandover(): Promise<Handover | null> {
  await syncNow();
  if (unsent.value > 0) return null;
  return attempt(handover);
}

/** Everything that the practice has stored about this client; null when the network does not give it. */
export async function fetchMyData(): Promise<unknown> {
  await syncNow();
  return attempt(exportMe);
}

/** Erases at the practice first; only when that is done, here. False when nothing was erased. */
export async function eraseEverything(name: string): Promise<boolean> {
  const done = await attempt(async () => {
    await eraseMe(name);
    return true;
  });
  if (!done) return false;
  await alone(async () => {
    await endPush();
    await wipe();
  });
  return true;
}

async function attempt<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ApiError || error instanceof Unreachable) return null;
    throw error;
  }
}
