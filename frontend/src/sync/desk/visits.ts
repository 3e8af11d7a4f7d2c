/** A client's visits as they are written down, corrected and taken back. */
import { correctVisit, type VisitIn, withdrawVisit, writeVisit } from '../../api/desk-visits';
import type { Visit, VisitDraft, Work } from '../../domain/desk/visits';
import { visitTick } from '../../store/desk';
import type { Named } from './use-action';

/** `old`: the entry whose place it takes, if any. */
export async function keepVisit(
  client: string,
  named: Named,
  draft: VisitDraft & { kind: Work },
  old: string | null,
): Promise<Visit> {
  const regions = draft.regions.map(({ region, side }) => ({ region, side }));
  const body: VisitIn = named({ ...draft, regions });
  const kept = await (old === null ? writeVisit(client, body) : correctVisit(client, old, body));
  visitTick.value += 1;
  return kept;
}

export async function takeBack(client: string, visit: string): Promise<void> {
  await withdrawVisit(client, visit);
  visitTick.value += 1;
}

export { endCourse, readVisits, writeCourse } from '../../api/desk-visits';
