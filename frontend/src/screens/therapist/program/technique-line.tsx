import { useId } from 'preact/hooks';
import { alternativesTo } from '../../../domain/desk/adjusted';
import { labelOf, levelOf, type Technique } from '../../../domain/desk/catalogue';
import { type Entry, entryOf, firstFinding, rowFor } from '../../../domain/desk/verdicts';
import { Pictogram } from '../../../pictograms';
import { catalogue } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { Icon } from '../../../ui';
import { markOf } from '../parts/safety-words';
import type { ForClient } from './draft-props';
import { Instead } from './instead';
import './safety.css';

const words = () => desk.builder.catalogue;

/** What was added stays in the list of stand-ins: the button that was pressed must not go away under her. */
const NOTHING: ReadonlySet<string> = new Set();

export interface TechniqueLineProps {
  client: ForClient;
  technique: Technique;
  used: ReadonlySet<string>;
  onAdd: (technique: Technique) => void;
}

/** A technique to add. One that is not for this client says why, can be reached and read, and offers what is. */
export function TechniqueLine({ client, technique, used, onAdd }: TechniqueLineProps) {
  const known = catalogue.value;
  const why = useId();
  if (!known) return null;
  const entry = entryOf(client.verdicts, technique);
  const row = entry ? entry.row : rowFor(client.verdicts, technique.id, 1, 'both');
  const missing = row?.tools_missing ?? [];
  return (
    <li>
      <button
        type="button"
        class={entry ? 'pick' : 'pick pick-shut'}
        aria-disabled={entry ? undefined : true}
        aria-describedby={entry ? undefined : why}
        onClick={entry ? () => onAdd(technique) : undefined}
      >
        <Pictogram technique={technique.id} level={entry?.level ?? 1} photo={technique.photo} />
        <Words technique={technique} entry={entry} missing={missing} used={used.has(technique.id)} />
        {entry && <Icon name="plus" size={1.25} />}
      </button>
      {!entry && row && (
        <p id={why} class="pick-why small">
          {firstFinding(row)?.reason} <span class="soft figures">({firstFinding(row)?.rule})</span>
        </p>
      )}
      {(!entry || missing.length > 0) && (
        <Instead
          of={technique.name}
          list={alternativesTo(client.verdicts, known, technique, row?.level ?? 1, NOTHING)}
          used={used}
          onPick={onAdd}
        />
      )}
    </li>
  );
}

interface WordsProps {
  technique: Technique;
  entry: Entry | null;
  missing: readonly string[];
  used: boolean;
}

function Words({ technique, entry, missing, used }: WordsProps) {
  const known = catalogue.value;
  if (!known) return null;
  const tools = levelOf(technique, entry?.level ?? 1).tools.map((tool) => labelOf(known.tools, tool));
  const regions = technique.regions.map((region) => labelOf(known.regions, region));
  const mark = markOf(entry);
  return (
    <span class="pick-words">
      <strong>
        {entry && <span class="only-heard">{words().add} </span>}
        {technique.name}
      </strong>
      <span class="small soft">{[regions.join(', '), tools.join(', ')].join(' · ')}</span>
      <span class="pick-marks">
        {used && <span class="badge badge-calm">{words().inProgram}</span>}
        {mark && (
          <span class={`badge badge-sign badge-${mark.tone}`}>
            <Icon name={mark.icon} size={0.875} /> {mark.text}
          </span>
        )}
        {missing.length > 0 && (
          <span class="badge badge-sign">
            <Icon name="minus" size={0.875} /> {desk.safety.mark.noTool}
          </span>
        )}
      </span>
    </span>
  );
}
