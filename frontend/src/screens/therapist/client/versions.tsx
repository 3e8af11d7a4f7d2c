import { useState } from 'preact/hooks';
import type { VersionSummary } from '../../../api/desk';
import type { Change } from '../../../domain/desk/diff';
import { type ClientFile, readDiff } from '../../../sync/desk/client';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Icon } from '../../../ui';
import { changeWords } from '../parts/change-words';
import { GivenClearingWords } from '../parts/given-clearing';
import { techniqueName } from '../parts/names';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { instantWords, plainDay, todayIn } from '../parts/when';

const words = () => desk.client.versions;

export interface VersionsProps {
  id: string;
  program: ClientFile['program'];
  zone: string;
}

/** Every version, newest first: who, when, why, and what it changed. */
export function Versions({ id, program, zone }: VersionsProps) {
  const { versions } = program;
  if (versions.length === 0) return null;
  return (
    <Section title={words().title}>
      <ul class="desk-rows">
        {versions.map((version) => (
          <VersionLine key={version.number} id={id} version={version} program={program} zone={zone} />
        ))}
      </ul>
    </Section>
  );
}

function VersionLine({ id, version, program, zone }: VersionsProps & { version: VersionSummary }) {
  const [changes, setChanges] = useState<Change[] | null>(null);
  const loading = useAction();
  const name = (technique: string) => techniqueName(technique, program.program);
  const open = (event: Event & { currentTarget: HTMLDetailsElement }) => {
    if (event.currentTarget.open && !changes) {
      void loading.run(async () => setChanges((await readDiff(id, version.number)).changes));
    }
  };
  return (
    <li class="version-line">
      <span class="badge figures">{desk.client.pain.version(version.number)}</span>
      <div class="version-words">
        <p>{version.reason || (version.number === 1 ? words().first : '')}</p>
        <p class="small soft figures">
          {words().line(version.author.name, instantWords(version.created_at, zone))}
          {' · '}
          {desk.client.program.starts(plainDay(version.starts_on, todayIn(zone)))}
          {' · '}
          {desk.minutesSeconds(version.dose_s)}
        </p>
        {version.overrides.map((one) => (
          <div key={`${one.technique_id} ${one.role} ${one.at}`} class="version-clearance small">
            <Icon name="person" size={1} />
            <p>
              <strong>{name(one.technique_id)}</strong>{' '}
              <GivenClearingWords clearing={one} today={todayIn(zone)} zone={zone} />
            </p>
          </div>
        ))}
        {version.number > 1 && (
          <details onToggle={open}>
            <summary class="small">{words().changes}</summary>
            <TroubleNote problem={loading.problem} />
            {loading.busy && <p class="small soft">{words().loading}</p>}
            {changes && <ChangeList changes={changes} name={name} />}
          </details>
        )}
      </div>
    </li>
  );
}

function ChangeList({ changes, name }: { changes: readonly Change[]; name: (id: string) => string }) {
  if (changes.length === 0) return <p class="small soft">{words().same}</p>;
  return (
    <ul class="change-list small">
      {changes.map((change) => (
        <li key={`${change.code} ${change.key} ${change.side}`}>{changeWords(change, name)}</li>
      ))}
    </ul>
  );
}
