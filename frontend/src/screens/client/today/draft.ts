import { draftFate } from '../../../domain/session';
import type { Draft } from '../../../domain/types';
import { draft, NotSaved } from '../../../store';
import { closeStaleDraft } from '../../../store/session';
import { text } from '../../../text';
import { showToast } from '../../../ui';

export type Resume = 'resume' | 'after';

/** Where an open session goes on; null when there is none, or when it is over. */
export function resumeOf(open: Draft | null, now: number): Resume | null {
  if (!open) return null;
  const fate = draftFate(open, now);
  return fate === 'finalise' ? null : fate;
}

/** A session that never reached its end, untouched for hours, is saved as the part that was done; the person is told. */
export async function endStaleDraft(now: number): Promise<void> {
  const open = draft.value;
  if (!open) return;
  const words = text.client.today;
  try {
    await closeStaleDraft(now);
    if (draft.value === null && draftFate(open, now) === 'finalise') showToast({ text: words.keptPartial });
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    showToast({ text: words.notKept, sticky: true });
  }
}
