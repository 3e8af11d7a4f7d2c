/** Brings the desk up to date: who is signed in, the list of clients, the logs that come in. */
import * as api from '../../api/desk';
import { Refused } from '../../api/desk-call';
import { mergeRows } from '../../domain/desk/course';
import { someoneIsHere } from '../../push/open';
import * as desk from '../../store/desk';

/** How long the desk waits between two looks while it is on screen. */
export const LOOK_EVERY_MS = 20_000;
const WEEKS_6_MS = 42 * 86_400_000;

/** Learns who is signed in; afterwards `me` says so. */
export async function openDesk(): Promise<void> {
  if (desk.me.value) return;
  try {
    const who = await api.whoAmI();
    if (who.kind === 'therapist') {
      desk.welcome(who);
      someoneIsHere();
    } else desk.me.value = null;
  } catch (error) {
    if (!noteEnd(error)) throw error;
  }
}

/** Fetches the list; when it fails the old one stays and says that it may be older. */
export async function refreshClients(): Promise<void> {
  try {
    desk.clients.value = (await api.listClients()).clients;
    desk.listStale.value = false;
  } catch (error) {
    if (!noteEnd(error)) desk.listStale.value = true;
  }
}

// Whose logs are wanted: what comes in for somebody whose page was left meanwhile is not shown in place of these.
let wanted = '';

/** The first logs of a client: at least the last six weeks, so that the graphs are whole. */
export async function openLogsOf(id: string): Promise<void> {
  wanted = id;
  if (desk.openLogs.value?.client_id !== id) desk.openLogs.value = null;
  const since = Date.now() - WEEKS_6_MS;
  let page = await api.readLogs(id, null);
  let rows = page.logs;
  while (
    page.next !== null &&
    rows.some((row) => Date.parse(row.received_at) >= since) &&
    !reaches(rows, since)
  ) {
    page = await api.readLogs(id, page.next);
    rows = mergeRows(rows, page.logs);
  }
  if (wanted === id) desk.openLogs.value = { client_id: id, rows, next: page.next };
}

function reaches(rows: readonly { received_at: string }[], since: number): boolean {
  return rows.some((row) => Date.parse(row.received_at) < since);
}

/** One page further into the past. */
export async function olderLogs(): Promise<void> {
  const open = desk.openLogs.value;
  if (!open || open.next === null) return;
  const page = await api.readLogs(open.client_id, open.next);
  const now = desk.openLogs.value;
  if (now?.client_id !== open.client_id) return;
  desk.openLogs.value = { ...now, rows: mergeRows(now.rows, page.logs), next: page.next };
}

/** A look at what is new: the list, and the open client's logs back to the last one known. */
export async function look(): Promise<void> {
  await refreshClients();
  const open = desk.openLogs.value;
  if (!open || !desk.me.value) return;
  try {
    await readNew(open.client_id, open.rows[0]?.seq ?? 0);
  } catch (error) {
    if (!noteEnd(error)) desk.listStale.value = true;
  }
}

async function readNew(id: string, known: number): Promise<void> {
  let page = await api.readLogs(id, null);
  let seen = page.logs;
  while (page.next !== null && page.logs.every((row) => row.seq > known)) {
    page = await api.readLogs(id, page.next);
    seen = seen.concat(page.logs);
  }
  const fresh = seen.filter((row) => row.seq > known);
  const now = desk.openLogs.value;
  if (fresh.length === 0 || now?.client_id !== id) return;
  // What was known may have changed along with it: an answer that she has read now.
  desk.openLogs.value = { ...now, rows: mergeRows(now.rows, seen) };
  if (fresh.some((row) => row.log.kind === 'read')) desk.programTick.value += 1;
}

/** Tells the server that everything up to the newest log was seen. */
export async function markSeen(id: string): Promise<void> {
  const newest = desk.openLogs.value?.client_id === id ? desk.openLogs.value.rows[0]?.seq : undefined;
  if (newest === undefined || (desk.rowOf(id)?.unread ?? 0) === 0) return;
  await api.markRead(id, newest);
  desk.changeRow(id, { unread: 0 });
}

/** Notes a sign-in that ended; true when that was it. Anything but a refusal is a fault and goes on up. */
export function noteEnd(error: unknown): boolean {
  if (!(error instanceof Refused)) throw error;
  if (error.trouble !== 'signed_out') return false;
  desk.signInEnded();
  return true;
}
