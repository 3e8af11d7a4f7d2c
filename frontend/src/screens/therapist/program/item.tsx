import { useState } from 'preact/hooks';
import { labelOf, levelOf, type Technique, topLevel } from '../../../domain/desk/catalogue';
import { type DraftItem, itemSeconds, setLevel, setSide, sideChoices } from '../../../domain/desk/draft';
import { within } from '../../../domain/desk/limits';
import { openLevels } from '../../../domain/desk/verdicts';
import { Pictogram } from '../../../pictograms';
import { catalogue } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { Chip, Chips, Field, Icon } from '../../../ui';
import { DayChips } from '../parts/day-chips';
import { Stepper } from '../parts/stepper';
import { DoseRows } from './dose';
import type { ForClient } from './draft-props';
import './item.css';
import { type Before, ItemSafety } from './item-safety';

const words = () => desk.builder.chosen;

export interface ItemProps {
  client: ForClient;
  /** The same item in the newest version. */
  before: Before | null;
  /** What the program has already. */
  taken: ReadonlySet<string>;
  index: number;
  last: boolean;
  item: DraftItem;
  technique: Technique;
  programDays: readonly number[];
  /** What the server marked about this item. */
  fields: readonly string[];
  onChange: (item: DraftItem) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
  onSwap: (technique: Technique) => void;
}

/** One technique of the program: its level, sides and dose, and behind three words its steps, days and note. */
export function ChosenItem(props: ItemProps) {
  const { index, item, technique, fields, onChange, client } = props;
  const { dose } = itemSeconds(item);
  const softer = within(client.verdicts, technique, item.side);
  return (
    <li class={fields.length > 0 ? 'chosen-item chosen-marked' : 'chosen-item'}>
      <div class="chosen-head">
        <Pictogram technique={technique.id} level={item.level} side={item.side} photo={technique.photo} />
        <p class="chosen-name">
          <span class="soft figures">{index + 1}</span> {technique.name}
          <span class="small soft figures"> {desk.minutesSeconds(dose)}</span>
        </p>
        <Order {...props} />
      </div>
      {fields.map((text) => (
        <p key={text} class="field-error">
          {text}
        </p>
      ))}
      <div class="chosen-settings">
        <LevelStepper {...props} technique={softer} />
        <Sides {...props} />
        <DoseRows item={item} technique={softer} onChange={onChange} />
      </div>
      <ItemSafety {...props} />
      <Details {...props} />
    </li>
  );
}

/** From one level that is open to her to the next. */
function LevelStepper({ client, item, technique, onChange }: ItemProps) {
  const top = topLevel(technique);
  const open = openLevels(client.verdicts, technique, item.side).filter((level) => level <= top);
  const lower = open.filter((level) => level < item.level).at(-1);
  const higher = open.find((level) => level > item.level);
  return (
    <Stepper
      label={`${technique.name}, ${desk.level(item.level)}`}
      value={words().level(item.level, top)}
      atLeast={lower === undefined}
      atMost={higher === undefined}
      onStep={(step) => onChange(setLevel(item, technique, (step > 0 ? higher : lower) ?? item.level))}
    />
  );
}

/** The buttons at the ends stay focusable: moving an item to the top must not lose the keyboard's place. */
function Order({ index, last, technique, onMove, onRemove }: ItemProps) {
  const { name } = technique;
  const buttons = [
    { icon: 'up', label: words().up(name), off: index === 0, run: () => onMove(-1) },
    { icon: 'down', label: words().down(name), off: last, run: () => onMove(1) },
    { icon: 'close', label: words().remove(name), off: false, run: onRemove },
  ] as const;
  return (
    <div class="chosen-order">
      {buttons.map(({ icon, label, off, run }) => (
        <button
          key={icon}
          type="button"
          aria-label={label}
          aria-disabled={off || undefined}
          onClick={off ? undefined : run}
        >
          <Icon name={icon} size={1.375} />
        </button>
      ))}
    </div>
  );
}

function Sides({ item, technique, onChange }: ItemProps) {
  const kind = levelOf(technique, item.level).side;
  const choices = sideChoices(kind);
  if (choices.length === 0) return null;
  const label = (side: 'left' | 'right' | 'both') =>
    side === 'both' && kind !== 'per_side' ? words().soreSide : words().sides[side];
  return (
    <Chips label={words().sideLabel(technique.name)}>
      {choices.map((side) => (
        <Chip key={side} pressed={item.side === side} onToggle={() => onChange(setSide(item, kind, side))}>
          {label(side)}
        </Chip>
      ))}
    </Chips>
  );
}

type Part = 'steps' | 'days' | 'note';

function Details({ item, technique, programDays, onChange }: ItemProps) {
  const [open, setOpen] = useState<Part | null>(null);
  const level = levelOf(technique, item.level);
  const tools = level.tools.map((tool) => labelOf(catalogue.value?.tools ?? [], tool));
  const props = level.props.map((prop) => labelOf(catalogue.value?.props ?? [], prop));
  const labels: Record<Part, string> = { steps: words().steps, days: words().onlySome, note: words().note };
  return (
    <div class="chosen-details">
      <p class="small soft chosen-more">
        <span>{[...tools, ...props].join(', ')}</span>
        {(['steps', 'days', 'note'] as const).map((part) => (
          <button
            key={part}
            type="button"
            class="text-button"
            aria-expanded={open === part}
            aria-label={`${labels[part]}: ${technique.name}`}
            onClick={() => setOpen(open === part ? null : part)}
          >
            {labels[part]}
          </button>
        ))}
        <UnitButton item={item} name={technique.name} onChange={onChange} />
      </p>
      <ol class={open === 'steps' ? 'chosen-steps small' : 'chosen-steps small only-paper'}>
        {level.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {open === 'days' && (
        <DayChips
          label={`${words().onlySome}: ${technique.name}`}
          days={item.days ?? programDays}
          offered={programDays}
          onChange={(days) => onChange({ ...item, days: days.length === programDays.length ? null : days })}
        />
      )}
      {open === 'note' || (item.note !== '' && open === null) ? (
        <Field
          label={words().noteLabel(technique.name)}
          name={`note-${item.key}`}
          value={item.note}
          maxlength={500}
          placeholder={words().notePlaceholder}
          onInput={(note) => onChange({ ...item, note })}
        />
      ) : null}
    </div>
  );
}

/** Breaths for most, seconds for whoever counts in seconds. */
function UnitButton({
  item,
  name,
  onChange,
}: {
  item: DraftItem;
  name: string;
  onChange: ItemProps['onChange'];
}) {
  if (Object.values(item.dose).every((dose) => dose.spots === 0)) return null;
  const other = item.unit === 'breaths' ? 'seconds' : 'breaths';
  return (
    <button
      type="button"
      class="text-button"
      aria-label={`${words().unit[other]}: ${name}`}
      onClick={() => onChange({ ...item, unit: other })}
    >
      {words().unit[other]}
    </button>
  );
}
