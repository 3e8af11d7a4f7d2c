/** Everything that the client's page is worked out from, besides what the desk holds of her anyway. */
import { type ProgramView, readDiff, readVersion } from '../../api/desk';
import { type DoseKept, readDose } from '../../api/desk-dose';
import { readPast } from '../../api/desk-page';
import { readVisits } from '../../api/desk-visits';
import type { LogRow } from '../../domain/desk/course';
import type { Change } from '../../domain/desk/diff';
import type { Visit } from '../../domain/desk/visits';
import type { Version } from '../../domain/program';

export interface Past {
  visits: Visit[];
  decisions: DoseKept[];
}

/** The versions that were in force since a date, newest first, and what each of those made since changed. */
export interface Programs {
  versions: Version[];
  changes: Record<number, Change[]>;
}

/** A long course: more of it than this is no longer read to prepare a visit. */
const MOST_ROWS = 3000;

export async function readVisitsAndDecisions(id: string): Promise<Past> {
  const [{ visits }, { decisions }] = await Promise.all([readVisits(id), readDose(id)]);
  return { visits, decisions };
}

/** Her logs back to the first, of the kinds that the page is made of. */
export async function readAllLogs(id: string): Promise<LogRow[]> {
  let page = await readPast(id, null);
  const rows = [...page.logs];
  while (page.next !== null && rows.length < MOST_ROWS) {
    page = await readPast(id, page.next);
    rows.push(...page.logs);
  }
  return rows;
}

export async function readPrograms(id: string, program: ProgramView, since: string): Promise<Programs> {
  const { versions } = program;
  const before = versions.find((one) => one.starts_on <= since);
  const wanted = versions.filter((one) => one.starts_on > since || one === before);
  const made = wanted.filter((one) => one.number > 1 && one.created_at.slice(0, 10) >= since);
  const [full, diffs] = await Promise.all([
    Promise.all(
      wanted.map(({ number }) =>
        program.program?.number === number ? program.program : readVersion(id, number),
      ),
    ),
    Promise.all(made.map(async ({ number }) => [number, (await readDiff(id, number)).changes] as const)),
  ]);
  return { versions: full, changes: Object.fromEntries(diffs) };
}
