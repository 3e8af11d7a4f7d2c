// What a person who leaves, or another who comes, may have left half done.
import { profileDb } from './db';
import { CURRENT } from './profile';

const LEAVING = 'leaving';

/** Whether a pairing has begun and nobody knows how it ended. */
export async function isSwitching(): Promise<boolean> {
  return (await (await profileDb()).get('switching', CURRENT)) !== undefined;
}

/** Noted before a wipe: the server's session may still be open when there was no network to end it. */
export async function noteLeaving(at: string): Promise<void> {
  await (await profileDb()).put('switching', at, LEAVING);
}

export async function readLeaving(): Promise<boolean> {
  return (await (await profileDb()).get('switching', LEAVING)) !== undefined;
}

export async function settleLeaving(): Promise<void> {
  await (await profileDb()).delete('switching', LEAVING);
}
