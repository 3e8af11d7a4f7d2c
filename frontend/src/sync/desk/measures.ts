/** How a client does over weeks: her measures, and how steadily she practises. */
import * as api from '../../api/desk-measures';
import type { Reading } from '../../domain/measures';
import type { Named } from './use-action';

export interface OverWeeks {
  measures: api.MeasuresFile;
  consistency: Awaited<ReturnType<typeof api.readConsistency>>;
}

export async function readOverWeeks(id: string): Promise<OverWeeks> {
  const [measures, consistency] = await Promise.all([api.readMeasures(id), api.readConsistency(id)]);
  return { measures, consistency };
}

/** Writes down what was asked in the room, one measure after the other; resolves with all of them as they are then. */
export async function takeMeasures(
  id: string,
  told: readonly Pick<Reading, 'measure_id' | 'values'>[],
  named: Named,
): Promise<api.MeasuresFile | null> {
  let file: api.MeasuresFile | null = null;
  for (const one of told) file = await api.takeMeasure(id, named(one));
  return file;
}

export type { MeasuresFile } from '../../api/desk-measures';
