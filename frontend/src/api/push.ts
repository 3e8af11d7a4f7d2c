import type { Fate } from '../domain/push-state';
import { call } from './client';

/** What a browser subscribes with. */
export async function pushKey(): Promise<string> {
  return (await call<{ key: string }>('/api/v1/push/key')).key;
}

/** `anew`: its push service has ended this very subscription, and another has to be made. */
export function tellSubscription(subscription: PushSubscription): Promise<{ anew?: boolean }> {
  const body = subscription.toJSON();
  return call('/api/v1/push/subscriptions', { method: 'POST', body });
}

export function dropSubscription(endpoint: string): Promise<null> {
  return call('/api/v1/push/subscriptions', { method: 'DELETE', body: { endpoint } });
}

export function sendTest(): Promise<{ id: string }> {
  return call('/api/v1/push/test', { method: 'POST' });
}

export function fateOf(id: string): Promise<Fate> {
  return call(`/api/v1/push/deliveries/${id}`);
}

export function tellReceipts(receipts: { id: string; what: string }[]): Promise<null> {
  return call('/api/v1/push/receipts', { method: 'POST', body: { receipts } });
}

export function askSnooze(minutes: number, id?: string): Promise<null> {
  return call('/api/v1/reminders/snooze', { method: 'POST', body: id ? { minutes, id } : { minutes } });
}
