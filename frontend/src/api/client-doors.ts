import { call } from './client';

export interface Paired {
  kind: 'client';
  client_id: string;
  practice_id: string;
  device_id: string;
  name: string;
  practice_name: string;
  therapist_name: string;
  timezone: string;
  consent_version: number | null;
}

export type Me =
  | { kind: 'therapist'; id: string; name: string; email: string }
  | {
      kind: 'client';
      id: string;
      practice_id: string;
      device_id: string;
      name: string;
      timezone: string;
      practice_name: string;
    };

export interface Handover {
  code: string;
  expires_at: string;
}

/** Consumes an invitation or a hand-over code; the answer's cookie signs this browser in. */
export function pair(
  key: { token: string } | { code: string },
  device: { id?: string; label: string },
): Promise<Paired> {
  return call('/api/v1/session/pair', { method: 'POST', body: { ...key, device } });
}

export function whoAmI(): Promise<Me> {
  return call('/api/v1/me');
}

export function handover(): Promise<Handover> {
  return call('/api/v1/session/handover', { method: 'POST' });
}

export function signOut(): Promise<null> {
  return call('/api/v1/session', { method: 'DELETE' });
}
