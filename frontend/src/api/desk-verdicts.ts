import type { VerdictRow } from '../domain/desk/verdicts';
import { call } from './desk-call';

/** What the rules say about every technique for this client today, at each of its levels. */
export const readVerdicts = (id: string) =>
  call<{ today: string; verdicts: VerdictRow[] }>('GET', `/clients/${id}/verdicts?levels=all`);
