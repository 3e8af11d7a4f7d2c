import { ApiError, Unreachable } from '../api/client';
import { type Me, whoAmI } from '../api/client-doors';
import { deskMayBeHere } from '../store/sign-in-mark';

/** The therapist who is signed in in this browser, or null; a network that fails is no reason to stop anybody. */
export async function therapistHere(): Promise<string | null> {
  if (!deskMayBeHere()) return null;
  const me = await whoIsHere();
  return me !== 'nobody' && me !== 'unreachable' && me.kind === 'therapist' ? me.name : null;
}

/** Whom the server knows this browser by. */
export async function whoIsHere(): Promise<Me | 'nobody' | 'unreachable'> {
  try {
    return await whoAmI();
  } catch (error) {
    if (error instanceof ApiError) return error.status < 500 ? 'nobody' : 'unreachable';
    if (error instanceof Unreachable) return 'unreachable';
    throw error;
  }
}
