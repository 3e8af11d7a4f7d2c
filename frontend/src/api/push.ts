import type { Fate } from '../domain/push-state';
import { exchange, type Request } from './client';

/** Pith answered, and said no. The worker has no use for the words of `ApiError`, and no room. */
export class NotTaken extends Error {
  constructor(readonly status: number) {
    super(String(status));
  }
}

/** What a browser subscribes with. */
export async function pushKey(): Promise<string> {
  return (await ask<{ key: string }>('push/key')).key;
}

/** `anew`: its push service has ended this very subscription, and another has to be made. */
export function tellSubscription(subscription: PushSubscription): Promise<{ anew: boolean }> {
  return ask('push/subscriptions', { method: 'POST', body: subscription.toJSON() });
}

export function dropSubscription(endpoint: string): Promise<null> {
  return ask('push/subscriptions', { method: 'DELETE', body: { endpoint } });
}

export function sendTest(): Promise<{ id: string }> {
  return ask('push/test', { method: 'POST' });
}

export function fateOf(id: string): Promise<Fate> {
  return ask(`push/deliveries/${id}`);
}

export function tellReceipt(what: 'shown' | 'opened', id: string): Promise<null> {
  return ask('push/receipts', { method: 'POST', body: { receipts: [{ id, what }] } });
}

export function askSnooze(minutes: number, id?: string): Promise<null> {
  return ask('reminders/snooze', { method: 'POST', body: { minutes, id } });
}

/** Throws NotTaken or Unreachable. */
async function ask<T>(path: string, request?: Request): Promise<T> {
  const { status, body } = await exchange((input, init) => fetch(input, init), `/api/v1/${path}`, request);
  if (status >= 400) throw new NotTaken(status);
  return body as T;
}
