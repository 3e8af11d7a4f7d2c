import { useState } from 'preact/hooks';
import {
  AREAS,
  EMPTY_SEARCH,
  findTechniques,
  type Labelled,
  labelOf,
  levelOf,
  type Search,
  type Technique,
} from '../../../domain/desk/catalogue';
import { addTechnique } from '../../../domain/desk/draft';
import { Pictogram } from '../../../pictograms';
import { catalogue } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { Button, Chip, Chips, Field, Icon } from '../../../ui';
import type { DraftProps } from './draft-props';

const words = () => desk.builder.catalogue;
type Kind = 'areas' | 'tools' | 'styles' | 'conditions';

/** Every technique, by text and by chips. */
export function Techniques({ draft, onChange }: DraftProps) {
  const [search, setSearch] = useState<Search>(EMPTY_SEARCH);
  const known = catalogue.value;
  if (!known) return null;
  const found = findTechniques(known, search);
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
      <p class="small soft row" role="status">
        {found.length === 0 ? words().none : words().found(found.length)}
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
            technique={technique}
            used={used.has(technique.id)}
            onAdd={() => onChange({ items: addTechnique(draft.items, technique) })}
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

function TechniqueLine({
  technique,
  used,
  onAdd,
}: {
  technique: Technique;
  used: boolean;
  onAdd: () => void;
}) {
  const known = catalogue.value;
  if (!known) return null;
  const tools = levelOf(technique, 1).tools.map((tool) => labelOf(known.tools, tool));
  const regions = technique.regions.map((region) => labelOf(known.regions, region));
  return (
    <li>
      <button type="button" class="pick" onClick={onAdd}>
        <Pictogram technique={technique.id} level={1} />
        <span class="pick-words">
          <strong>
            <span class="only-heard">{words().add} </span>
            {technique.name}
          </strong>
          <span class="small soft">{[regions.join(', '), tools.join(', ')].join(' · ')}</span>
        </span>
        {used && <span class="badge badge-calm">{words().inProgram}</span>}
        <Icon name="plus" size={1.25} />
      </button>
    </li>
  );
}
