import { type Entry, entryOf, type Form, isDay, kindOf, type Part, withEntry } from '../../domain/questions';
import { intake as words } from '../../text/intake';
import { Button } from '../button';
import { Field } from '../field';
import type { QuestionFieldProps } from './field';
import { Options } from './options';
import { Places } from './places';
import { yesOrNo } from './said';

/** What one chosen thing still tells: when, where, and of an operation whether the surgeon agrees. */
export function Detail(props: QuestionFieldProps & { part: Part & { kind: 'detail' } }) {
  const { question, form, onChange, today, whose, part } = props;
  const entry = entryOf(form, part.of);
  const tell = (told: Partial<Entry>) => onChange(withEntry(form, { ...entry, ...told }));
  return (
    <>
      {part.date && (
        <Field
          label={part.date === 'due' ? words.due : words.when}
          hint={part.date === 'due' ? words.dueHint : words.whenHint}
          error={isDay(entry[part.date], part.date, today) ? undefined : words.dateWrong}
          name={`${question.id}-${part.of}`}
          type="date"
          max={part.date === 'on' ? today : undefined}
          value={entry[part.date]}
          onInput={(day) => tell({ [part.date as string]: day })}
        />
      )}
      {part.place && (
        <>
          {(part.date || part.agreed) && <p class="field-label">{words.where}</p>}
          <p class="soft">{part.text ? words.careHint : words.whereHint}</p>
          <Places whose={whose} sites={entry.sites} onChange={(sites) => tell({ sites })} />
        </>
      )}
      {part.agreed && (
        <>
          <p class="field-label">{words.agreed}</p>
          <Options
            label={words.agreed}
            options={yesOrNo('places')}
            chosen={[entry.agreed]}
            onPick={(agreed) => tell({ agreed })}
          />
        </>
      )}
      {part.text && (
        <Field
          label={words.note}
          name={question.id}
          multiline
          maxlength={500}
          value={form.said}
          onInput={(said) => onChange({ ...form, said })}
        />
      )}
      {kindOf(question) === 'operations' && <Others {...props} entry={entry} />}
    </>
  );
}

/** One more operation, or one less. */
function Others({ form, onChange, onDone, entry }: QuestionFieldProps & { entry: Entry }) {
  const count = Math.max(1, form.entries.length);
  const add = () => {
    const next = withEntry(withEntry(form, entry), entryOf(form, String(count)));
    onChange(next);
    onDone?.(next);
  };
  const drop = () => onChange(without(form, entry.of));
  return (
    <div class="row">
      {Number(entry.of) === count - 1 && (
        <Button kind="quiet" icon="plus" onClick={add}>
          {words.addOperation}
        </Button>
      )}
      {count > 1 && (
        <Button kind="link" onClick={drop}>
          {words.dropOperation}
        </Button>
      )}
    </div>
  );
}

function without(form: Form, of: string): Form {
  const entries = form.entries.filter((one) => one.of !== of).map((one, at) => ({ ...one, of: String(at) }));
  return { ...form, entries };
}
