import { ApiError, Unreachable } from '../api/client';
import { type Me, whoAmI } from '../api/client-doors';
import { becomeProfile } from '../store';
import { deskMayBeHere } from '../store/sign-in-mark';
import { syncNow } from '.';
import { finishLeaving } from './leave';

export type Owner = 'client' | 'therapist' | 'nobody' | 'unreachable';

/**
 * Whose sign-in this browser holds. A client whose storage the browser has cleared is taken up again: the cookie
 * still knows her, and the server has her history.
 */
export async function whoseBrowser(): Promise<Owner> {
  if (!(await finishLeaving())) return 'nobody';
  const me = await ask();
  if (me === 'nobody' || me === 'unreachable') return me;
  if (me.kind === 'therapist') return 'therapist';
  const { id, practice_id, device_id, name, practice_name, timezone } = me;
  await becomeProfile({
    client_id: id,
    practice_id,
    device_id,
    name,
    practice_name,
    timezone,
    // Her name comes with the first view; until then the practice speaks.
    therapist_name: practice_name,
  });
  await syncNow();
  return 'client';
}

/** The therapist who is signed in in this browser, or null; a network that fails is no reason to stop anybody. */
export async function therapistHere(): Promise<string | null> {
  if (!deskMayBeHere()) return null;
  const me = await ask();
  return me !== 'nobody' && me !== 'unreachable' && me.kind === 'therapist' ? me.name : null;
}

async function ask(): Promise<Me | 'nobody' | 'unreachable'> {
  try {
    return await whoAmI();
  } catch (error) {
    if (error instanceof ApiError) return error.status < 500 ? 'nobody' : 'unreachable';
    if (error instanceof Unreachable) return 'unreachable';
    throw error;
  }
}
