import type { Log, View } from '../domain/types';
import type { ItemResult, ItemStatus } from '../store/outbox';

const STATUSES: readonly ItemStatus[] = ['stored', 'duplicate', 'conflict', 'rejected', 'deleted', 'retry'];

type Thing = Record<string, unknown>;

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The answers to a batch, or null when this is not such an answer. Unknown fields are a newer server's, and ignored. */
export function readResults(body: unknown): ItemResult[] | null {
  if (!isThing(body) || typeof body.server_time !== 'string' || !Array.isArray(body.results)) return null;
  return body.results.flatMap((item: unknown) => {
    if (!isThing(item) || typeof item.id !== 'string' || !STATUSES.includes(item.status as ItemStatus))
      return [];
    const code = typeof item.code === 'string' ? item.code : undefined;
    const field = typeof item.field === 'string' ? item.field : undefined;
    return [{ id: item.id, status: item.status as ItemStatus, code, field }];
  });
}

/** The view, or null when this is not one that the app could show. */
export function readView(body: unknown): View | null {
  if (!isThing(body) || typeof body.schema !== 'number' || typeof body.view_version !== 'string') return null;
  if (!isThing(body.me) || typeof body.me.client_id !== 'string' || !isThing(body.gate)) return null;
  if (!isThing(body.log_window) || !Array.isArray(body.log_window.ids)) return null;
  if (body.program !== null && !(isThing(body.program) && Array.isArray(body.program.items))) return null;
  return body as unknown as View;
}

export function readLogs(body: unknown): Log[] | null {
  if (!isThing(body) || !Array.isArray(body.logs)) return null;
  return body.logs.filter((log) => isThing(log) && typeof log.id === 'string') as unknown as Log[];
}

/** True only when the server says, in its own words, that exactly this client must leave this phone. */
export function revokes(body: unknown, who: { client_id: string; practice_id: string }): boolean {
  return (
    isThing(body) &&
    body.code === 'client_revoked' &&
    body.wipe === true &&
    body.client_id === who.client_id &&
    body.practice_id === who.practice_id
  );
}

export function codeOf(body: unknown): string | null {
  return isThing(body) && typeof body.code === 'string' ? body.code : null;
}

export function maxBytesOf(body: unknown): number | null {
  return isThing(body) && typeof body.max_bytes === 'number' && body.max_bytes > 0 ? body.max_bytes : null;
}
