// Tells the server what this browser did with its pushes. The page and the worker share this.
import { Unreachable } from '../api/client';
import { askSnooze, NotTaken, tellReceipt } from '../api/push';
import { isHeard, minutesLeft, type Told } from '../domain/push-told';
import { dropTold, keepTold, toldRows } from '../store/push';

/** `again`: it waits for a network; `closed`: the server does not know this sign-in. */
export type Heard = 'all' | 'again' | 'closed';

let before: Promise<unknown> = Promise.resolve();

/** Keeps it, and tries at once. A storage that fails does not keep the server from hearing it. */
export async function tell(row: Told, now: number): Promise<Heard> {
  try {
    await keepTold(row);
  } catch {
    return send(row, now);
  }
  return tellAll(now);
}

/** Tells all that waits, one telling after the other: nothing is said twice. */
export function tellAll(now: number): Promise<Heard> {
  const telling = before.then(() => tellWaiting(now));
  before = telling.catch(() => undefined);
  return telling;
}

async function tellWaiting(now: number): Promise<Heard> {
  for (const row of await toldRows()) {
    const heard = await send(row, now);
    if (heard !== 'all') return heard;
    await dropTold(row.key);
  }
  return 'all';
}

/** What the server has refused for good counts as heard: it would be refused again. */
async function send(row: Told, now: number): Promise<Heard> {
  try {
    if (row.what !== 'snooze') await tellReceipt(row.what, row.id);
    else {
      const minutes = minutesLeft(row, now);
      if (minutes !== null) await askSnooze(minutes, row.id);
    }
    return 'all';
  } catch (error) {
    if (error instanceof Unreachable) return 'again';
    if (!(error instanceof NotTaken)) throw error;
    if (error.status === 401) return 'closed';
    return isHeard(error.status) ? 'all' : 'again';
  }
}
