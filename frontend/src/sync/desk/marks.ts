import { readMarks } from '../../api/desk-marks';
import type { LogRow } from '../../domain/desk/course';

/** A client's marks on the body map from further back than the logs of her page reach. */
export async function marksOf(id: string): Promise<LogRow[]> {
  return (await readMarks(id)).logs;
}
