import { call } from './client';

/** Everything that the practice keeps about this client. */
export function exportMe(): Promise<unknown> {
  return call('/api/v1/me/export');
}

export function eraseMe(confirmName: string): Promise<null> {
  return call('/api/v1/me', { method: 'DELETE', body: { confirm_name: confirmName } });
}
