import { ApiError, Unreachable } from '../../../api/client';

/** Why joining did not work, as far as the person can do something about it. */
export type Trouble = 'used' | 'busy' | 'offline' | 'server';

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Unreachable) return 'offline';
  if (error instanceof ApiError) {
    if (error.status === 429) return 'busy';
    if (error.status === 404 || error.status === 422) return 'used';
    return 'server';
  }
  throw error;
}
