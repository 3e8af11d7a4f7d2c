import { useState } from 'preact/hooks';
import {
  AREAS,
  EMPTY_SEARCH,
  findTechniques,
  type Labelled,
  type Search,
} from '../../../domain/desk/catalogue';
import { addFitting } from '../../../domain/desk/limits';
import { entryOf } from '../../../domain/desk/verdicts';
import { catalogue } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { Button, Chip, Chips, Field } from '../../../ui';
import type { DraftProps } from './draft-props';
import { TechniqueLine } from './technique-line';

const words = () => desk.builder.catalogue;
type Kind = 'areas' | 'tools' | 'styles' | 'conditions';

/**
 * Every technique, by text and by chips. What is not for this client stands last and says why: who looks for it finds
 * it there, until she asks for the fitting ones only.
 */
export function Techniques({ client, draft, onChange }: DraftProps) {
  const [search, setSearch] = useState<Search>(EMPTY_SEARCH);
  const [onlyFits, setOnlyFits] = useState(false);
  const known = catalogue.value;
  if (!known) return null;
  const all = findTechniques(known, search);
  const fitting = all.filter((technique) => entryOf(client.verdicts, technique));
  const shut = all.length - fitting.length;
  const found = onlyFits ? fitting : [...fitting, ...all.filter((technique) => !fitting.includes(technique))];
  const used = new Set(draft.items.map((item) => item.technique_id));
  const filtered = search !== EMPTY_SEARCH && JSON.stringify(search) !== JSON.stringify(EMPTY_SEARCH);
  const toggle = (kind: Kind) => (id: string) => {
    const on = search[kind].includes(id);
    setSearch({
      ...search,
      [kind]: on ? search[kind].filter((other) => other !== id) : [...search[kind], id],
    });
  };
  const areas = Object.keys(AREAS).map((id) => ({ id, label: desk.area(id) }));
  return (
    <>
      <Field
        label={words().search}
        name="search-techniques"
        type="search"
        placeholder={words().searchHint}
        value={search.text}
        onInput={(text) => setSearch({ ...search, text })}
      />
      <Filter label={words().region} list={areas} on={search.areas} onToggle={toggle('areas')} />
      <details class="more-filters">
        <summary class="small">{words().more}</summary>
        <Filter label={words().tool} titled list={known.tools} on={search.tools} onToggle={toggle('tools')} />
        <Filter
          label={words().style}
          titled
          list={known.styles}
          on={search.styles}
          onToggle={toggle('styles')}
        />
        <Filter
          label={words().condition}
          titled
          list={known.conditions}
          on={search.conditions}
          onToggle={toggle('conditions')}
        />
      </details>
      {known.techniques.some((technique) => !entryOf(client.verdicts, technique)) && (
        <div>
          <Chip pressed={onlyFits} onToggle={() => setOnlyFits(!onlyFits)}>
            {desk.safety.list.onlyFits(client.name)}
          </Chip>
        </div>
      )}
      <p class="small soft row" role="status">
        {found.length === 0 ? words().none : words().found(fitting.length)}
        {shut > 0 && <span>· {desk.safety.list.shut(shut, client.name)}</span>}
        {filtered && (
          <Button kind="link" onClick={() => setSearch(EMPTY_SEARCH)}>
            {words().clear}
          </Button>
        )}
      </p>
      <ul class="pick-list">
        {found.map((technique) => (
          <TechniqueLine
            key={technique.id}
            client={client}
            technique={technique}
            used={used}
            onAdd={(one) => onChange({ items: addFitting(client.verdicts, draft.items, one) })}
          />
        ))}
      </ul>
    </>
  );
}

interface FilterProps {
  label: string;
  titled?: boolean;
  list: readonly Labelled[];
  on: readonly string[];
  onToggle: (id: string) => void;
}

function Filter({ label, titled, list, on, onToggle }: FilterProps) {
  return (
    <div class="filter">
      {titled && (
        <p class="small soft" aria-hidden="true">
          {label}
        </p>
      )}
      <Chips label={label}>
        {list.map((entry) => (
          <Chip key={entry.id} pressed={on.includes(entry.id)} onToggle={() => onToggle(entry.id)}>
            {entry.label}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
