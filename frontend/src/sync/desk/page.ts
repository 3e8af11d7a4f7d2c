/** Everything that the client's page is worked out from, besides what the desk holds of her anyway. */
import { type ProgramView, readDiff, readVersion } from '../../api/desk';
import { type DoseKept, readDose } from '../../api/desk-dose';
import { readAlerts, readPast } from '../../api/desk-page';
import { readVisits } from '../../api/desk-visits';
import { addDays } from '../../domain/days';
import type { LogRow } from '../../domain/desk/course';
import type { Change } from '../../domain/desk/diff';
import type { Alert } from '../../domain/desk/inbox';
import type { Visit } from '../../domain/desk/visits';
import type { Version } from '../../domain/program';

export interface Past {
  visits: Visit[];
  decisions: DoseKept[];
  alerts: Alert[];
}

/** The versions that were in force since a date, newest first, and what each of those made since changed. */
export interface Programs {
  versions: Version[];
  changes: Record<number, Change[]>;
}

/** A long course: more of it than this is no longer read to prepare a visit. */
const MOST_ROWS = 3000;

/** What is written down of her beside her own logs. */
export async function readWritten(id: string): Promise<Past> {
  const [{ visits }, { decisions }, { alerts }] = await Promise.all([
    readVisits(id),
    readDose(id),
    readAlerts(id),
  ]);
  return { visits, decisions, alerts };
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
  // An instant's date in her zone may be the next one of the one in UTC.
  const made = versions.filter((one) => one.number > 1 && addDays(one.created_at.slice(0, 10), 1) >= since);
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
