/** What a therapist does about a client's dose. */
import * as api from '../../api/desk-dose';
import { programTick } from '../../store/desk';

/** Takes the step: her program has a new version then. */
export async function takeStep(id: string, step: string): Promise<api.DoseFile> {
  const file = await api.acceptStep(id, step);
  programTick.value += 1;
  return file;
}

/** What lies over her program now. */
export function inEffect(file: api.DoseFile): api.DoseKept[] {
  return file.decisions.filter((one) => one.in_effect);
}

export { declineStep, readDose, undoDecision, writeBounds } from '../../api/desk-dose';
