/** What the client's page reads beside her card, program, visits and dose: logs from further back. */
import type { LogRow } from '../domain/desk/course';
import type { Alert } from '../domain/desk/inbox';
import { call } from './desk-call';

/** What the page is worked out from; settings, answers and marks of having read are not. */
const KINDS = [
  'session',
  'hurt',
  'reaction',
  'check',
  'flag',
  'body',
  'note',
  'question',
  'decision',
  'void',
];

export const readAlerts = (id: string) => call<{ alerts: Alert[] }>('GET', `/clients/${id}/alerts`);
export const readPast = (id: string, before: number | null) =>
  call<{ logs: LogRow[]; next: number | null }>(
    'GET',
    `/clients/${id}/logs?limit=500&${KINDS.map((kind) => `kinds=${kind}`).join('&')}${before === null ? '' : `&before_seq=${before}`}`,
  );
