/** The desk's inbox, and who stands in for whom. */
import type { Inbox, Outcome } from '../domain/desk/inbox';
import { call } from './desk-call';

export interface Away {
  from: string;
  until: string;
  covered_by: { id: string; name: string };
}
/** For whom she stands in; the server names them where she would be away herself. */
export interface StandsIn {
  therapist_id: string;
  name: string;
  from: string;
  until: string;
}
export interface OwnAway {
  away: Away | null;
  covering: { therapist_id: string; name: string; until: string }[];
}

const AWAY = '/practices/me/away';

export const readInbox = () => call<Inbox>('GET', '/inbox');
export const closeItem = (id: string, outcome: Outcome) =>
  call<void>('POST', '/inbox/close', { id, outcome });
export const reopenItem = (id: string) => call<void>('POST', '/inbox/reopen', { id });
export const readAway = () => call<OwnAway>('GET', AWAY);
/** `hand_on`: who stands in for her does so, too, for those for whom she stands in on these days. */
export const setAway = (from: string, until: string, covered_by: string, hand_on: boolean) =>
  call<OwnAway>('PUT', AWAY, { from, until, covered_by, hand_on });
export const endAway = () => call<void>('DELETE', AWAY);
