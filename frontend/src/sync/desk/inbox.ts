/** Keeps the inbox up to date, and closes, opens and answers what waits in it. */
import { answerLog } from '../../api/desk';
import * as api from '../../api/desk-inbox';
import { closing, type Item, type Outcome } from '../../domain/desk/inbox';
import * as desk from '../../store/desk';
import { noteEnd } from './clients';

// Goes up with each change of hers: what was asked before it may not know of it.
let epoch = 0;

/** Fetches the inbox; when it fails the old one stays and says that it may be older. */
export async function refreshInbox(): Promise<void> {
  const asked = epoch;
  try {
    const found = await api.readInbox();
    if (asked === epoch) desk.inbox.value = found;
  } catch (error) {
    if (!noteEnd(error)) desk.listStale.value = true;
  }
}

/** Closes one item: it is gone at once, and comes back where that did not get through. Throws Refused. */
export async function closeItem(id: string, outcome: Outcome): Promise<void> {
  await changed(id, outcome, () => api.closeItem(id, outcome));
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
  await changed(item.id, 'answered', async () => undefined);
}

/** Puts a closed item back. Throws Refused. */
export async function reopenItem(id: string): Promise<void> {
  await api.reopenItem(id);
  epoch += 1;
  await refreshInbox();
}

async function changed(id: string, outcome: Outcome, work: () => Promise<unknown>): Promise<void> {
  const before = desk.inbox.value;
  const by = desk.me.value?.name ?? '';
  epoch += 1;
  if (before) desk.inbox.value = closing(before, id, outcome, by, new Date().toISOString());
  try {
    await work();
  } catch (error) {
    if (before && desk.inbox.value) desk.inbox.value = before;
    throw error;
  } finally {
    epoch += 1;
  }
}

export { endAway, type OwnAway, readAway, setAway } from '../../api/desk-inbox';
