import { draftFate } from '../domain/session';
import type { Draft } from '../domain/types';
import { clearDraft, draft, logs, profile, saveDraft, saveSession } from './index';

/**
 * Keeps a step of a session: in memory at once, on disk where the phone allows it. False when it did not:
 * the session goes on, and the screen says so.
 */
export async function keepDraft(next: Draft): Promise<boolean> {
  // A phone that was wiped meanwhile remembers nothing, not even in memory.
  if (!profile.value) return false;
  draft.value = next;
  try {
    await saveDraft(next);
    return true;
  } catch {
    return false;
  }
}

/**
 * Turns a draft into its log: as it stands, with what was done. A log that was saved before the phone
 * died is not saved a second time. Throws NotSaved; the draft stays then.
 */
export async function closeDraft(open: Draft): Promise<void> {
  await (isTold(open) ? clearDraft() : saveSession([open.partial]));
}

/** At the start of the app: a session that nobody came back to for three hours is over. */
export async function closeStaleDraft(nowMs: number): Promise<void> {
  const open = draft.value;
  if (!open) return;
  if (isTold(open) || draftFate(open, nowMs) === 'finalise') await closeDraft(open);
}

function isTold({ session_id }: Draft): boolean {
  return logs.value.some((log) => log.id === session_id);
}
