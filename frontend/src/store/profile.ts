import type { Profile } from '../domain/types';
import { dropClientDb, profileDb } from './db';

const CURRENT = 'current';

/** The one person this browser belongs to, or null. */
export async function readProfile(): Promise<Profile | null> {
  const db = await profileDb();
  return (await db.get('profile', CURRENT)) ?? null;
}

export async function writeProfile(profile: Profile): Promise<void> {
  const db = await profileDb();
  await db.put('profile', profile, CURRENT);
}

/** Leaves nothing of this client on the device: her database first, so that a kill in between can be finished later. */
export async function wipeProfile(profile: Profile): Promise<void> {
  await dropClientDb(profile);
  const db = await profileDb();
  await db.delete('profile', CURRENT);
}
