/** A client's reminders, set together in the room; a test to her phone; the therapist's own alerts. */

import { Refused } from '../../api/desk-call';
import * as api from '../../api/desk-reminders';
import { type TestOutcome, testOutcome } from '../../domain/push-state';
import type { Choice } from '../../domain/reminders';
import { refreshClients } from './clients';

const ASK_EVERY_MS = 1000;

export async function saveReminders(id: string, choice: Choice): Promise<api.RemindersFile> {
  const file = await api.writeReminders(id, choice);
  await refreshClients();
  return file;
}

/**
 * Has one sent to the client's phone now, and follows it for up to half a minute; `isWanted` turns false when nobody
 * waits any more.
 */
export async function testPhone(id: string, isWanted: () => boolean): Promise<TestOutcome | null> {
  const startedAt = Date.now();
  let takenAt = Number.POSITIVE_INFINITY;
  const delivery = await sent(id);
  if (delivery === null) return { kind: 'too-many' };
  while (isWanted()) {
    const fate = await api.readFate(id, delivery);
    const now = Date.now();
    if (fate.status === 'done') takenAt = Math.min(takenAt, now);
    const outcome = testOutcome(fate, now - startedAt, now - takenAt);
    if (outcome) {
      await refreshClients();
      return outcome;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return null;
}

/** Its id; null where there were enough today. */
async function sent(id: string): Promise<string | null> {
  try {
    return (await api.sendTestTo(id)).id;
  } catch (error) {
    if (error instanceof Refused && (error.trouble === 'invalid' || error.trouble === 'limited')) return null;
    throw error;
  }
}

export type { Alerts, RemindersFile } from '../../api/desk-reminders';
export { readAlerts, readReminders, writeAlerts } from '../../api/desk-reminders';
