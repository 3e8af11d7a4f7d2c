import {
  FEEL_LETTERS,
  MOST_REGIONS,
  NAME_LETTERS,
  OWN_SIDES,
  toggled,
} from '../../../domain/desk/own-technique';
import { desk } from '../../../text/desk';
import { Field, Select } from '../../../ui';
import { Section } from '../parts/page';
import { Few, Picks } from '../parts/picks';
import type { FormProps } from './form';

const words = () => desk.content.editor;

/** Its name, and how it should feel. */
export function Basics({ draft, wrong, onChange }: FormProps) {
  return (
    <Section title={words().basics}>
      <Field
        label={words().name}
        name="technique-name"
        hint={words().nameHint}
        maxlength={NAME_LETTERS}
        value={draft.name}
        error={wrong('name')}
        onInput={(name) => onChange({ name })}
      />
      <Field
        label={words().feel}
        name="technique-feel"
        hint={words().feelHint}
        maxlength={FEEL_LETTERS}
        value={draft.feel}
        error={wrong('feel')}
        onInput={(feel) => onChange({ feel })}
      />
    </Section>
  );
}

/** The regions, the sides and the lines. */
export function Where({ draft, catalogue, wrong, onChange }: FormProps) {
  return (
    <Section title={words().where}>
      <Picks
        label={words().regions}
        name="technique-region"
        list={catalogue.regions}
        chosen={draft.regions}
        most={MOST_REGIONS}
        add={words().regionAdd}
        error={wrong('regions')}
        onChange={(regions) => onChange({ regions })}
      />
      <Select
        label={words().side}
        name="technique-side"
        value={draft.side}
        options={OWN_SIDES.map((id) => ({ value: id, label: words().sides[id] ?? id }))}
        error={wrong('side')}
        onChange={(id) => onChange({ side: OWN_SIDES.find((side) => side === id) ?? draft.side })}
      />
      <details>
        <summary class="small">{words().search}</summary>
        <div class="stack">
          <Few
            label={desk.builder.catalogue.condition}
            list={catalogue.conditions}
            chosen={draft.for}
            onToggle={(id) => onChange({ for: toggled(draft.for, id) })}
          />
          <Few
            label={words().lines}
            list={catalogue.lines}
            chosen={draft.lines}
            hint={words().linesHint}
            onToggle={(id) => onChange({ lines: toggled(draft.lines, id) })}
          />
        </div>
      </details>
    </Section>
  );
}
