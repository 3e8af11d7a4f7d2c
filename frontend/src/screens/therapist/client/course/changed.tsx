import type { VersionSummary } from '../../../../api/desk';
import { localDate } from '../../../../domain/days';
import type { Decision, Dose } from '../../../../domain/desk/page/facts';
import { isSince } from '../../../../domain/desk/page/since';
import type { ClientFile } from '../../../../sync/desk/client';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { changeWords } from '../../parts/change-words';
import { techniqueName } from '../../parts/names';
import { plainDay } from '../../parts/when';
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
              <DecisionWords decision={line.decision} name={(id) => techniqueName(id, program.program)} />
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

type Line = { id: string; at: string } & ({ version: VersionSummary } | { decision: Decision });

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
  const said = changes.filter(({ code }) => code !== 'starts_on').map((change) => changeWords(change, name));
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

/** "Sole of the foot: one step gentler" and the rule with its reason. */
export function DecisionWords({ decision, name }: { decision: Decision; name: (id: string) => string }) {
  const { rule, target, undone } = decision;
  const why = words().why(rule);
  const amount = amountWords(decision.before, decision.after);
  return (
    <div>
      <p>
        <strong>{target ? name(target) : words().whole}</strong>: {words().what(decision.decision)}
        {amount && ` (${amount})`}
      </p>
      <p class="small soft">
        {words().decision(rule)}
        {why && `: ${why}`}
        {undone && ` · ${undone.by ? words().undone(undone.by.name) : words().undoneBare}`}
        {undone?.reason && `: ${undone.reason}`}
      </p>
    </div>
  );
}

function amountWords(before: Dose, after: Dose): string {
  if (before.level !== null && after.level !== null && before.level !== after.level)
    return words().level(before.level, after.level);
  if (before.s === after.s) return '';
  return words().minutes(desk.minutesSeconds(before.s), desk.minutesSeconds(after.s));
}
