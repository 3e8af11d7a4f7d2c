import { becomeProfile } from '../store';
import { syncNow } from '.';
import { finishLeaving } from './leave';
import { whoIsHere } from './who-is-here';

export type Owner = 'client' | 'therapist' | 'nobody' | 'unreachable';

/**
 * Whose sign-in this browser holds. A client whose storage the browser has cleared is taken up again: the cookie
 * still knows her, and the server has her history.
 */
export async function whoseBrowser(): Promise<Owner> {
  if (!(await finishLeaving())) return 'nobody';
  const me = await whoIsHere();
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
