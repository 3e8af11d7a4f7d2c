/** What the desk knows right now. Nothing of it is written to the device: a therapist's browser keeps no client data. */

import type { ClientRow } from '../domain/desk/attention';
import type { Catalogue } from '../domain/desk/catalogue';
import type { LogRow } from '../domain/desk/course';
import type { Draft } from '../domain/desk/draft';
import type { Inbox } from '../domain/desk/inbox';
import type { Draft as RoomDraft } from '../domain/desk/room';
import type { Verdicts } from '../domain/desk/verdicts';
import type { Language } from '../domain/language';
import { computed, signal } from '../signals';
import { markDesk } from './sign-in-mark';

export interface Me {
  id: string;
  name: string;
  email: string;
  role: 'owner' | 'member';
  /** Null until she has one. */
  language: Language | null;
  practice: {
    id: string;
    name: string;
    timezone: string;
    settings: { language: Language; emergency_number: string };
  };
}

/** undefined: not asked yet; null: nobody is signed in. */
export const me = signal<Me | null | undefined>(undefined);
/** True when the server ended the sign-in while the desk was open: what was being written is still here. */
export const expired = signal(false);
export const clients = signal<ClientRow[] | null>(null);
/** What needs her; null while it is loading. */
export const inbox = signal<Inbox | null>(null);
/** True when the last try to bring the list up to date did not get through. */
export const listStale = signal(false);
export const catalogue = signal<Catalogue | null>(null);

/** The logs of the client that is open, newest first; null while they are loading. */
export const openLogs = signal<{ client_id: string; rows: LogRow[]; next: number | null } | null>(null);
/** Goes up whenever the open client's program may have changed on the server. */
export const programTick = signal(0);

/** Goes up whenever this desk changed a client's flags or answers. */
export const flagTick = signal(0);
/** Goes up whenever this desk wrote a visit down, or took one back. */
export const visitTick = signal(0);
/** What the rules say for the client that is open; `today` is her day. Null while it is loading. */
export const openVerdicts = signal<{ client_id: string; today: string; all: Verdicts } | null>(null);

/** Programs being written, by client: they outlive a walk to another page and a sign-in that ran out. */
export const drafts = signal<Record<string, Draft>>({});

/** Answers being written in the room, by client; they outlive a walk to another page, too. */
export const roomDrafts = signal<Record<string, RoomDraft>>({});

export const isOwner = computed(() => me.value?.role === 'owner');

export function rowOf(id: string): ClientRow | null {
  return clients.value?.find((row) => row.id === id) ?? null;
}

export function changeRow(id: string, change: Partial<ClientRow>): void {
  clients.value = clients.value?.map((row) => (row.id === id ? { ...row, ...change } : row)) ?? null;
}

export function keepDraft(id: string, draft: Draft): void {
  drafts.value = { ...drafts.value, [id]: draft };
}

export function dropDraftOf(id: string): void {
  const { [id]: _gone, ...others } = drafts.value;
  drafts.value = others;
}

export function keepRoomDraft(id: string, draft: RoomDraft): void {
  roomDrafts.value = { ...roomDrafts.value, [id]: draft };
}

let lastPerson: string | null = null;

/** Somebody signed in. Another person than before finds an empty desk, the same one finds it as it was. */
export function welcome(who: Me): void {
  if (lastPerson !== null && lastPerson !== who.id) forgetDesk();
  lastPerson = who.id;
  expired.value = false;
  me.value = who;
  markDesk(true);
}

/** The server no longer knows this sign-in. */
export function signInEnded(): void {
  expired.value = me.value !== null && me.value !== undefined;
  me.value = null;
}

/** Forgets everything: she signed out, or somebody else signs in. */
export function forgetDesk(): void {
  me.value = null;
  clients.value = null;
  inbox.value = null;
  listStale.value = false;
  openLogs.value = null;
  openVerdicts.value = null;
  drafts.value = {};
  roomDrafts.value = {};
  expired.value = false;
  markDesk(false);
}
