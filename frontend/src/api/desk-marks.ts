import type { LogRow } from '../domain/desk/course';
import { call } from './desk-call';

/** A client's last hundred sets of marks on the body map, newest first, however long ago they were told. */
export const readMarks = (id: string) =>
  call<{ logs: LogRow[] }>('GET', `/clients/${id}/logs?limit=100&kinds=body`);
