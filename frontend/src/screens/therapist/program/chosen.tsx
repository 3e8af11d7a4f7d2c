import { useRef } from 'preact/hooks';
import type { Technique } from '../../../domain/desk/catalogue';
import { type DraftItem, itemSeconds, longestDay, move, newItem } from '../../../domain/desk/draft';
import { filled, fillUp, laterSeconds } from '../../../domain/desk/fill-up';
import { personal, replaceAt, unasked } from '../../../domain/desk/limits';
import { warningsOf } from '../../../domain/desk/warnings';
import type { Version } from '../../../domain/program';
import { catalogue } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { Banner, Button, showToast } from '../../../ui';
import type { DraftProps } from './draft-props';
import { ChosenItem } from './item';
import type { Before } from './item-safety';

const words = () => desk.builder;
/** The default ceiling of a day: filling up goes no further. */
const MOST_S = 600;

export interface ChosenProps extends DraftProps {
  fields: Record<string, string>;
  /** What the client has now. */
  newest: Version | null;
}

/** What was chosen, in the order in which it is played. */
export function Chosen({ client, draft, fields, newest, onChange }: ChosenProps) {
  const list = useRef<HTMLOListElement>(null);
  const known = catalogue.value;
  if (!known) return null;
  if (draft.items.length === 0)
    return <p class="soft builder-empty">{fields.items ?? words().chosen.empty}</p>;
  const put = (index: number, item: DraftItem) =>
    onChange({ items: draft.items.map((old, at) => (at === index ? item : old)) });
  const taken = new Set(draft.items.map((item) => item.technique_id));
  const swap = (index: number, before: string, technique: Technique) => {
    const items = draft.items;
    onChange({ items: replaceAt(client.verdicts, items, index, technique) });
    // The button that was pressed is gone: the list takes the keyboard's place.
    list.current?.focus();
    const undo = { label: desk.undo, run: () => onChange({ items }) };
    showToast({ text: desk.safety.item.swapped(before, technique.name), action: undo });
  };
  const remove = (index: number, name: string) => {
    const before = draft.items;
    onChange({ items: before.filter((_, at) => at !== index) });
    // The button that was pressed is gone: the list takes the keyboard's place.
    list.current?.focus();
    const undo = { label: desk.undo, run: () => onChange({ items: before }) };
    showToast({ text: words().chosen.removed(name), action: undo });
  };
  return (
    <>
      <ol class="chosen" ref={list} tabIndex={-1}>
        {draft.items.map((item, index) => {
          const technique = known.techniques.find((entry) => entry.id === item.technique_id);
          if (!technique) return null;
          return (
            <ChosenItem
              key={item.key}
              client={client}
              before={beforeOf(newest, item.key)}
              taken={taken}
              index={index}
              last={index === draft.items.length - 1}
              item={item}
              technique={technique}
              programDays={draft.days}
              fields={fieldsOf(fields, index)}
              onChange={(next) => put(index, next)}
              onMove={(step) => onChange({ items: move(draft.items, index, step) })}
              onRemove={() => remove(index, technique.name)}
              onSwap={(other) => swap(index, technique.name, other)}
            />
          );
        })}
      </ol>
      {fields.items && <p class="field-error">{fields.items}</p>}
      <FillUp client={client} draft={draft} onChange={onChange} />
      <Warnings draft={draft} />
    </>
  );
}

function beforeOf(newest: Version | null, key: string): Before | null {
  const item = newest?.items.find((one) => one.key === key);
  return newest && item ? { item, number: newest.number } : null;
}

/** The server's marks on one item, without their path. */
function fieldsOf(fields: Record<string, string>, index: number): string[] {
  return Object.entries(fields)
    .filter(([path]) => path.startsWith(`items.${index}.`))
    .map(([, text]) => text);
}

/** At level 1 a program is short: say so, and offer a calm end. */
function FillUp({ client, draft, onChange }: DraftProps) {
  const known = catalogue.value && personal(client.verdicts, catalogue.value);
  if (!known || draft.base_version > 0 || draft.items.some((item) => item.level > 1)) return null;
  const later = laterSeconds(draft, known);
  const technique = fillUp(draft, unasked(client.verdicts, known), Math.min(later, MOST_S));
  if (!technique) return null;
  const { dose } = itemSeconds(newItem(technique, 'i1'));
  return (
    <Banner
      tone="calm"
      action={
        <Button kind="quiet" icon="plus" onClick={() => onChange(filled(draft, technique))}>
          {words().fill(technique.name, desk.minutesSeconds(dose))}
        </Button>
      }
    >
      <p>{words().shorter(desk.minutesSeconds(longestDay(draft).dose), desk.minutesSeconds(later))}</p>
    </Banner>
  );
}

function Warnings({ draft }: Pick<DraftProps, 'draft'>) {
  const known = catalogue.value;
  const codes = known ? warningsOf(draft, known) : [];
  if (codes.length === 0) return null;
  return (
    <Banner tone="warn">
      {codes.map((code) => (
        <p key={code}>{desk.warning(code)}</p>
      ))}
    </Banner>
  );
}
