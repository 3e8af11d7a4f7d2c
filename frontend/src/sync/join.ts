import { type Paired, pair } from '../api/client-doors';
import type { Profile } from '../domain/types';
import { becomeProfile } from '../store';
import { clientDb, dropClientDb } from '../store/db';
import { beginSwitch, settleSwitch } from '../store/profile';
import { profile } from '../store/state';
import { waiting } from '../store/waiting';
import { syncNow } from '.';
import { alone } from './lock';

/**
 * Signs this browser in with an invitation or a code. While it happens nothing syncs, so that no log of the client
 * before can go out under the new client's cookie. Throws ApiError or Unreachable; then nothing has changed.
 */
export async function join(key: { token: string } | { code: string }, label: string): Promise<Paired> {
  const paired = await alone(async () => {
    await beginSwitch(new Date().toISOString());
    const known = profile.value;
    const answer = await pairOrSettle(key, known ? { id: known.device_id, label } : { label });
    await becomeProfile(profileOf(answer));
    if (known && known.client_id !== answer.client_id) await forget(known);
    return answer;
  });
  await syncNow();
  return paired;
}

/** The client before leaves nothing here once all of hers is at the practice; what is not stays closed until she is back. */
async function forget(before: Profile): Promise<void> {
  if ((await waiting(await clientDb(before))).count === 0) await dropClientDb(before);
}

async function pairOrSettle(
  key: { token: string } | { code: string },
  device: { id?: string; label: string },
): Promise<Paired> {
  try {
    return await pair(key, device);
  } catch (error) {
    // Refused in so many words: the cookie is still the old one. A cut line leaves the doubt to the next run.
    if (error instanceof Error && error.name === 'ApiError') await settleSwitch();
    throw error;
  }
}

function profileOf(paired: Paired): Profile {
  const { client_id, practice_id, device_id, name, practice_name, therapist_name, timezone } = paired;
  return { client_id, practice_id, device_id, name, practice_name, therapist_name, timezone };
}
