/** A client's measures and consistency over HTTP, as her therapist reads them and writes a measure down. */
import type { Consistency } from '../domain/consistency';
import type { DueMeasures, Reading } from '../domain/measures';
import { call } from './desk-call';

export interface TakenReading extends Reading {
  /** Null: from her phone. */
  by: { id: string; name: string } | null;
}

export interface MeasuresFile {
  /** The day of the first program. */
  since: string | null;
  due: DueMeasures | null;
  /** The activities that were rated last. */
  goals: string[];
  readings: TakenReading[];
}

export const readMeasures = (id: string) => call<MeasuresFile>('GET', `/clients/${id}/measures`);
export const readConsistency = (id: string) =>
  call<Consistency & { today: string }>('GET', `/clients/${id}/consistency`);
export const takeMeasure = (id: string, body: Pick<Reading, 'measure_id' | 'values'> & { id: string }) =>
  call<MeasuresFile>('POST', `/clients/${id}/measures`, body);
