import { exchange, Unreachable } from '../api/client';
import { endPush } from '../push/ending';
import { wipe } from '../store';
import { noteLeaving, readLeaving, settleLeaving } from '../store/leaving';
import { unsent } from '../store/state';
import { syncNow } from '.';
import { alone } from './lock';

export type Leaving = { left: true } | { left: false; unsent: number };

/**
 * Signs out: sends what waits, and wipes only when nothing is left behind or the person insists (`anyway`).
 * Without a network the wipe still happens here; the server's side of it is done at the next chance.
 */
export async function leave(anyway: boolean): Promise<Leaving> {
  await syncNow();
  if (unsent.value > 0 && !anyway) return { left: false, unsent: unsent.value };
  await alone(async () => {
    await endPush();
    await noteLeaving(new Date().toISOString());
    await wipe();
  });
  await finishLeaving();
  return { left: true };
}

/** Ends a session on the server that could not be ended when the client left. True when nothing is open any more. */
export async function finishLeaving(): Promise<boolean> {
  if (!(await readLeaving())) return true;
  try {
    const answer = await exchange(fetch, '/api/v1/session', { method: 'DELETE' });
    if (answer.status >= 500 || answer.status === 429) return false;
  } catch (error) {
    if (error instanceof Unreachable) return false;
    throw error;
  }
  await settleLeaving();
  return true;
}
