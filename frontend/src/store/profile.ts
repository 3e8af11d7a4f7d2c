import type { Profile } from '../domain/types';
import { dropClientDb, profileDb } from './db';

/** The key of the one profile, and of the switch to another. */
export const CURRENT = 'current';

/** The one person this browser belongs to, or null. */
export async function readProfile(): Promise<Profile | null> {
  const db = await profileDb();
  return (await db.get('profile', CURRENT)) ?? null;
}

/** Writes who this is and ends the doubt of a switch, in one transaction. */
export async function writeProfile(profile: Profile): Promise<void> {
  const tx = (await profileDb()).transaction(['profile', 'switching'], 'readwrite', { durability: 'strict' });
  await Promise.all([tx.rows('profile').put(profile, CURRENT), tx.rows('switching').clear(), tx.done]);
}

/** Noted before a pairing: from here until its end the cookie may belong to somebody else than the profile. */
export async function beginSwitch(at: string): Promise<void> {
  const tx = (await profileDb()).transaction(['switching'], 'readwrite', { durability: 'strict' });
  await Promise.all([tx.rows('switching').put(at, CURRENT), tx.done]);
}

export async function settleSwitch(): Promise<void> {
  await (await profileDb()).delete('switching', CURRENT);
}

/** Leaves nothing of this client on the device: her database first, so that a kill in between can be finished later. */
export async function wipeProfile(profile: Profile): Promise<void> {
  await dropClientDb(profile);
  const tx = (await profileDb()).transaction(['profile', 'switching'], 'readwrite', { durability: 'strict' });
  await Promise.all([tx.rows('profile').clear(), tx.rows('switching').delete(CURRENT), tx.done]);
}
