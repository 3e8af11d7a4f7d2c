import { useState } from 'preact/hooks';
import { type Labelled, labelOf } from '../../../domain/desk/catalogue';
import { desk } from '../../../text/desk';
import { Button, Chip, Chips, Icon, Select } from '../../../ui';
import './picks.css';

export interface PicksProps {
  label: string;
  name: string;
  /** The label stands above already. */
  untitled?: boolean | undefined;
  /** Everything that there is to choose from. */
  list: readonly Labelled[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  add: string;
  /** No more than this many. */
  most?: number | undefined;
  hint?: string | undefined;
  error?: string | undefined;
}

/**
 * A few out of many: what was chosen as chips to take out again, the rest in a list. A list alone would add whatever
 * the arrow keys pass by, so a button adds.
 */
export function Picks({ label, name, list, chosen, onChange, add, most, untitled, hint, error }: PicksProps) {
  const words = desk.content.editor;
  const [next, setNext] = useState('');
  const rest = list.filter((entry) => !chosen.includes(entry.id));
  const take = () => {
    if (next === '') return;
    onChange([...chosen, next]);
    setNext('');
  };
  return (
    <div class="picks">
      {!untitled && <p class="field-label">{label}</p>}
      {hint && <p class="field-hint">{hint}</p>}
      {chosen.length > 0 && (
        <Chips label={label}>
          {chosen.map((id) => (
            <button
              key={id}
              type="button"
              class="chip picks-chosen"
              aria-label={words.removeOf(labelOf(list, id))}
              onClick={() => onChange(chosen.filter((other) => other !== id))}
            >
              {labelOf(list, id)} <Icon name="close" size={0.875} />
            </button>
          ))}
        </Chips>
      )}
      <div class="picks-add">
        <Select
          label={add}
          name={name}
          value={next}
          error={error}
          options={[
            { value: '', label: words.choose },
            ...rest.map((entry) => ({ value: entry.id, label: entry.label })),
          ]}
          onChange={setNext}
        />
        <Button
          kind="quiet"
          icon="plus"
          label={add}
          disabled={most !== undefined && chosen.length >= most}
          onClick={take}
        >
          {words.add}
        </Button>
      </div>
    </div>
  );
}

export interface FewProps {
  label: string;
  list: readonly Labelled[];
  chosen: readonly string[];
  onToggle: (id: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
}

/** One or some of a few: all of them as chips. */
export function Few({ label, list, chosen, onToggle, hint, error }: FewProps) {
  return (
    <div class="picks">
      <p class="field-label">{label}</p>
      <Chips label={label}>
        {list.map((entry) => (
          <Chip key={entry.id} pressed={chosen.includes(entry.id)} onToggle={() => onToggle(entry.id)}>
            {entry.label}
          </Chip>
        ))}
      </Chips>
      {hint && <p class="field-hint">{hint}</p>}
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
