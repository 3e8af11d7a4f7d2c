import type { Draft, Log, Profile, View } from '../domain/types';
import { computed, signal } from '../signals';
import type { AttentionEntry } from './db';
import type { Waiting } from './waiting';

/** What the last exchange with the server came to. */
export type Contact =
  | 'unknown'
  | 'reached'
  | 'unreachable'
  /** It answers, but cannot take anything now. */
  | 'troubled'
  /** The practice has closed this phone; everything of hers was wiped. */
  | 'revoked'
  /** The session has ended: everything stays here until she signs in again. */
  | 'signed_out'
  /** The server wants a newer app for reading; sending still works. */
  | 'app_too_old';

export const ready = signal(false);
export const profile = signal<Profile | null>(null);
export const view = signal<View | null>(null);
/** How far this phone's clock was behind the server's when the view came. */
export const behindMs = signal(0);
/** All local logs, newest first. */
export const logs = signal<Log[]>([]);
export const waitingLogs = signal<Waiting>({ count: 0, oldest: null });
/** How many logs are on this phone only. */
export const unsent = computed(() => waitingLogs.value.count);
export const attention = signal<AttentionEntry[]>([]);
export const draft = signal<Draft | null>(null);
export const contact = signal<Contact>('unknown');
export const syncing = signal(false);
