/** Keeps the inbox up to date, and closes, opens and answers what waits in it. */
import { answerLog } from '../../api/desk';
import * as api from '../../api/desk-inbox';
import { closing, type Inbox, type Item, type Outcome } from '../../domain/desk/inbox';
import * as desk from '../../store/desk';
import { noteEnd } from './clients';

interface Closing {
  id: string;
  outcome: Outcome;
  by: string;
  at: string;
  /** Ends when the server has said yes or no. */
  work: Promise<unknown>;
  sent: boolean;
}

// What the server said last, and what she has closed since: of several on their way each can fail by itself.
let known: Inbox | null = null;
let closings: readonly Closing[] = [];
// Goes up with each change of hers: what was asked before it may not know of it.
let epoch = 0;

/** Fetches the inbox; when it fails the old one stays and says that it may be older. */
export async function refreshInbox(): Promise<void> {
  const asked = epoch;
  try {
    const found = await api.readInbox();
    if (asked !== epoch) return;
    closings = closings.filter((one) => !one.sent);
    show(found);
  } catch (error) {
    if (!noteEnd(error)) desk.listStale.value = true;
  }
}

/** Closes one item: it is gone at once, and comes back where that did not get through. Throws Refused. */
export async function closeItem(id: string, outcome: Outcome): Promise<void> {
  await changed(id, outcome, api.closeItem(id, outcome));
}

/** Answers on the spot, which closes it. Throws Refused; what a colleague has answered is gone then, too. */
export async function answerItem(item: Item, text: string): Promise<void> {
  if (item.log_id === null) return;
  const log = item.log_id;
  try {
    await answerLog(item.client.id, log, text);
  } catch (error) {
    await refreshInbox();
    throw error;
  }
  await changed(item.id, 'answered', Promise.resolve());
}

/** Puts a closed item back. Throws Refused. */
export async function reopenItem(id: string): Promise<void> {
  // It must not overtake what closed it.
  await closings.find((one) => one.id === id)?.work.catch(() => undefined);
  await api.reopenItem(id);
  epoch += 1;
  closings = closings.filter((one) => one.id !== id);
  await refreshInbox();
}

async function changed(id: string, outcome: Outcome, work: Promise<unknown>): Promise<void> {
  const by = desk.me.value?.name ?? '';
  const own: Closing = { id, outcome, by, at: new Date().toISOString(), work, sent: false };
  epoch += 1;
  closings = [...closings, own];
  if (desk.inbox.value) show(known);
  try {
    await work;
    own.sent = true;
  } catch (error) {
    closings = closings.filter((one) => one !== own);
    if (desk.inbox.value) show(known);
    throw error;
  } finally {
    epoch += 1;
  }
}

function show(found: Inbox | null): void {
  known = found;
  desk.inbox.value =
    found && closings.reduce((inbox, { id, outcome, by, at }) => closing(inbox, id, outcome, by, at), found);
}

export { endAway, type OwnAway, readAway, type StandsIn, setAway } from '../../api/desk-inbox';
