/** A client's dose at the desk: what the rules decided, what they propose, and within which bounds. */
import { call } from './desk-call';
import type { components } from './types.gen';

type Schemas = components['schemas'];
export type DoseFile = Schemas['Dose'];
export type DoseKept = Schemas['DoseKept'];
export type DoseProposal = Schemas['DoseProposal'];
export type DoseBounds = Schemas['DoseBoundsIn'];

const dose = (id: string): string => `/clients/${id}/dose`;

export const readDose = (id: string) => call<DoseFile>('GET', dose(id));
export const writeBounds = (id: string, bounds: DoseBounds) => call<DoseFile>('PUT', dose(id), bounds);
export const acceptStep = (id: string, step: string) => call<DoseFile>('POST', `${dose(id)}/${step}/accept`);
export const declineStep = (id: string, step: string, reason: string) =>
  call<DoseFile>('POST', `${dose(id)}/${step}/decline`, { reason });
export const undoDecision = (id: string, decision: string, reason: string) =>
  call<DoseFile>('POST', `${dose(id)}/${decision}/undo`, { reason });
