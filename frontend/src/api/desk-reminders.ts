/** Reminders of one client, and the therapist's own alerts. */
import type { Fate } from '../domain/push-state';
import type { Choice, Proof } from '../domain/reminders';
import { call } from './desk-call';

/** What a client chose, when she is reminded next (null: nothing is on), and what is known of the last one. */
export interface RemindersFile extends Choice, Proof {
  next_due_at: string | null;
}

/** How this therapist hears of red flags and stops. `last`: the newest alert that was sent to her. */
export interface Alerts {
  mail: boolean;
  /** Whether this installation sends e-mail at all. */
  mail_available: boolean;
  last: Proof['last'];
}

const client = (id: string): string => `/clients/${id}`;

export const readReminders = (id: string) => call<RemindersFile>('GET', `${client(id)}/reminders`);
export const writeReminders = (id: string, choice: Choice) =>
  call<RemindersFile>('PUT', `${client(id)}/reminders`, choice);
export const sendTestTo = (id: string) => call<{ id: string }>('POST', `${client(id)}/push/test`);
export const readFate = (id: string, delivery: string) =>
  call<Fate>('GET', `${client(id)}/push/deliveries/${delivery}`);

export const readAlerts = () => call<Alerts>('GET', '/me/alerts');
export const writeAlerts = (mail: boolean) => call<Alerts>('PUT', '/me/alerts', { mail });
