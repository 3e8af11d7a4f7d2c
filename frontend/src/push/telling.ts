// Tells the server what this browser did with its pushes. The page and the worker share this.
import { Unreachable } from '../api/client';
import { askSnooze, NotTaken, tellReceipt } from '../api/push';
import { isHeard, minutesLeft, type Told } from '../domain/push-told';
import { dropTold, keepTold, toldRows } from '../store/push';

let before: Promise<unknown> = Promise.resolve();

/** Keeps it, and tries at once; false while something waits for a network or a sign-in. A storage that fails does not keep the server from hearing it. */
export async function tell(row: Told, now: number): Promise<boolean> {
  try {
    await keepTold(row);
  } catch {
    return send(row, now);
  }
  return tellAll(now);
}

/** Tells all that waits, one telling after the other: nothing is said twice. */
export function tellAll(now: number): Promise<boolean> {
  const telling = before.then(() => tellWaiting(now));
  before = telling.catch(() => undefined);
  return telling;
}

async function tellWaiting(now: number): Promise<boolean> {
  for (const row of await toldRows()) {
    if (!(await send(row, now))) return false;
    await dropTold(row.key);
  }
  return true;
}

/** What the server has refused for good counts as heard: it would be refused again. */
async function send(row: Told, now: number): Promise<boolean> {
  try {
    if (row.what !== 'snooze') await tellReceipt(row.what, row.id);
    else {
      const minutes = minutesLeft(row, now);
      if (minutes !== null) await askSnooze(minutes, row.id);
    }
    return true;
  } catch (error) {
    if (error instanceof Unreachable) return false;
    if (!(error instanceof NotTaken)) throw error;
    return isHeard(error.status);
  }
}
