import type { VersionSummary } from '../../../../api/desk';
import type { DoseKept } from '../../../../api/desk-dose';
import { localDate } from '../../../../domain/days';
import { isSince } from '../../../../domain/desk/page/since';
import type { Version } from '../../../../domain/program';
import type { ClientFile } from '../../../../sync/desk/client';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { changeWords as versionWords } from '../../parts/change-words';
import { changeWords, targetWords } from '../../parts/dose-decisions';
import { techniqueName } from '../../parts/names';
import { plainDay } from '../../parts/when';
import { fateWords, whyWords } from '../dose/words';
import type { PageData } from './use-page';

const words = () => page.changed;

export interface ChangedProps {
  file: ClientFile;
  data: PageData;
  /** Of the newest, where there is little room. */
  most?: number;
  /** Of a section on the page, or on a sheet of its own. */
  heading?: 'h2' | 'h3';
}

/** Versions and decisions of the rules since the start, newest first, each with its reason. */
export function Changed({ file, data, most, heading: Name = 'h3' }: ChangedProps) {
  const { program, card } = file;
  const lines = changesSince(file, data);
  const shown = lines.slice(0, most);
  return (
    <div class="changed">
      <Name>{words().title}</Name>
      {lines.length === 0 && <p class="soft">{words().none}</p>}
      <ul class="changed-list">
        {shown.map((line) => (
          <li key={line.id}>
            <p class="small soft figures">
              {plainDay(localDate(Date.parse(line.at), card.timezone), data.today)}
            </p>
            {'version' in line ? (
              <VersionWords version={line.version} file={file} data={data} />
            ) : (
              <DecisionWords decision={line.decision} program={program.program} />
            )}
          </li>
        ))}
      </ul>
      {lines.length > shown.length && (
        <p class="small soft">{page.print.more(lines.length - shown.length)}</p>
      )}
    </div>
  );
}

type Line = { id: string; at: string } & ({ version: VersionSummary } | { decision: DoseKept });

function changesSince({ program, card }: ClientFile, { start, decisions }: PageData): Line[] {
  const zone = card.timezone;
  const since = (at: string) => isSince(start, localDate(Date.parse(at), zone), at);
  const lines: Line[] = [
    ...program.versions
      .filter((one) => since(one.created_at))
      .map((version) => ({ id: `v${version.number}`, at: version.created_at, version })),
    ...decisions
      .filter((one) => one.withdrawn_at === null && since(one.at))
      .map((decision) => ({ id: decision.id, at: decision.at, decision })),
  ];
  return lines.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function VersionWords({ version, file, data }: { version: VersionSummary } & ChangedProps) {
  const changes = data.programs.changes[version.number] ?? [];
  const name = (id: string) => techniqueName(id, file.program.program);
  const said = changes.filter(({ code }) => code !== 'starts_on').map((change) => versionWords(change, name));
  return (
    <div>
      <p>
        <strong>{words().version(version.number)}</strong>
        {version.reason && `: ${version.reason}`}
      </p>
      {said.length > 0 && <p class="small soft">{said.join(' · ')}</p>}
    </div>
  );
}

/** "Sole of the foot level 2 → 1", why, by which rule, and what became of it. */
export function DecisionWords({ decision, program }: { decision: DoseKept; program: Version | null }) {
  const { acted } = decision;
  const rest = [
    whyWords(decision),
    desk.dose.rule(decision.rule),
    fateWords(decision),
    acted?.reason && desk.dose.because(acted.reason),
  ];
  return (
    <div>
      <p>
        <strong>{targetWords(decision, program)}</strong> {changeWords(decision)}
      </p>
      <p class="small soft">{rest.filter(Boolean).join(' · ')}</p>
    </div>
  );
}
