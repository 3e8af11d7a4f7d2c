// Tells the server what this browser did with its pushes. The page and the worker share this.
import { ApiError, Unreachable } from '../api/client';
import { askSnooze, tellReceipts } from '../api/push';
import { isHeard, minutesLeft, type Told, tooMany } from '../domain/push-told';
import { dropTold, keepTold, toldRows } from '../store/push';

/** `again`: it waits for a network; `closed`: the server does not know this sign-in. */
export type Heard = 'all' | 'again' | 'closed';

/** Keeps it, and tries at once. A storage that fails does not keep the server from hearing it. */
export async function tell(row: Told, now: number): Promise<Heard> {
  try {
    await keepTold(row, now);
  } catch {
    return worst([await sendOne(row, now)]);
  }
  return tellAll(now);
}

let before: Promise<unknown> = Promise.resolve();

/** Tells all that waits, one telling after the other: nothing is said twice. */
export function tellAll(now: number): Promise<Heard> {
  const telling = before.then(() => tellWaiting(now));
  before = telling.catch(() => undefined);
  return telling;
}

async function tellWaiting(now: number): Promise<Heard> {
  const rows = await toldRows();
  const old = tooMany(rows, now);
  const living = rows.filter((row) => !old.includes(row.key));
  const receipts = living.filter((row) => row.what !== 'snooze');
  const heard = receipts.length > 0 ? await ask(() => tellReceipts(receipts.map(plain))) : 'all';
  const done = heard === 'all' ? receipts.map((row) => row.key) : [];
  const all = [heard];
  for (const row of living) {
    if (row.what !== 'snooze') continue;
    const answer = await sendOne(row, now);
    all.push(answer);
    if (answer === 'all') done.push(row.key);
  }
  if (old.length + done.length > 0) await dropTold([...old, ...done]);
  return worst(all);
}

function plain({ id, what }: Told): { id: string; what: string } {
  return { id, what };
}

async function sendOne(row: Told, now: number): Promise<Heard> {
  if (row.what !== 'snooze') return ask(() => tellReceipts([plain(row)]));
  const minutes = minutesLeft(row, now);
  return minutes === null ? 'all' : ask(() => askSnooze(minutes, row.id));
}

/** What the server has refused for good counts as heard: it would be refused again. */
async function ask(send: () => Promise<unknown>): Promise<Heard> {
  try {
    await send();
    return 'all';
  } catch (error) {
    if (error instanceof Unreachable) return 'again';
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) return 'closed';
    return isHeard(error.status) ? 'all' : 'again';
  }
}

function worst(all: readonly Heard[]): Heard {
  return all.includes('closed') ? 'closed' : all.includes('again') ? 'again' : 'all';
}
