/** A client's flags and answers over HTTP, as her therapist reads and writes them. */
import type { Intake } from '../domain/desk/answers';
import type { FlagAct, FlagSheet } from '../domain/desk/flags';
import { call } from './desk-call';

export const readFlags = (id: string) => call<FlagSheet>('GET', `/clients/${id}/flags`);
export const actOnFlag = (id: string, act: FlagAct & { id: string }) =>
  call<FlagSheet>('POST', `/clients/${id}/flags`, act);
export const readIntake = (id: string) => call<Intake>('GET', `/clients/${id}/intake`);
export const writeIntake = (id: string, body: { id: string; answers: Readonly<Record<string, unknown>> }) =>
  call<Intake>('POST', `/clients/${id}/intake`, body);
