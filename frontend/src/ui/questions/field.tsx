import {
  endsIt,
  type Form,
  isGated,
  kindOf,
  type Part,
  partsOf,
  placesOf,
  type Question,
  tapped,
  withEntry,
} from '../../domain/questions';
import type { Policy } from '../../domain/screening';
import { intake as words } from '../../text/intake';
import { Field } from '../field';
import { PainScale } from '../pain-scale';
import { Detail } from './detail';
import { Goals } from './goals';
import { Options } from './options';
import { Places } from './places';
import { partTitle, yesOrNo } from './said';

export interface QuestionFieldProps {
  policy: Policy;
  question: Question;
  form: Form;
  onChange: (form: Form) => void;
  /** The local date, which no day that was told lies after. */
  today: string;
  /** One part of the question, under a heading of its own; all parts below each other where it is left out. */
  part?: Part | undefined;
  /** Whose left and right places have, where it is not the reader's own. */
  whose?: string | undefined;
  /** What was tapped answers this part, and nobody has to say that she is done. */
  onDone?: ((form: Form) => void) | undefined;
}

/** What a question is answered with, whatever it asks for. */
export function QuestionField(props: QuestionFieldProps) {
  const { policy, question, form, part } = props;
  if (part) return <PartField {...props} part={part} />;
  return (
    <div class="stack">
      {partsOf(policy, question, form).map((one) => (
        <div key={one.kind === 'detail' ? one.of : one.kind} class="stack">
          {one.kind !== 'main' && <h4>{partTitle(question, one)}</h4>}
          <PartField {...props} part={one} />
        </div>
      ))}
    </div>
  );
}

function PartField(props: QuestionFieldProps & { part: Part }) {
  const { question, form, onChange, part, onDone } = props;
  if (part.kind === 'detail') return <Detail {...props} part={part} />;
  if (part.kind === 'main') return <Main {...props} />;
  const answer = (id: string) => {
    const next = { ...form, followUp: id };
    onChange(next);
    onDone?.(next);
  };
  return (
    <Options
      label={partTitle(question, part)}
      options={question.follow_up?.options ?? []}
      chosen={[form.followUp]}
      onPick={answer}
    />
  );
}

function Main(props: QuestionFieldProps) {
  const { policy, question, form, whose, onChange, onDone } = props;
  const kind = kindOf(question);
  const say = (said: string) => onChange({ ...form, said });
  const pick = (id: string) => {
    const next = tapped(question, form, id);
    onChange(next);
    if (endsIt(question, id)) onDone?.(next);
  };
  if (kind === 'scale') {
    const tap = (mark: number) => onDone?.({ ...form, said: String(mark) });
    const value = form.said === '' ? null : Number(form.said);
    return (
      <PainScale
        label={question.text}
        value={value}
        onChange={(mark) => say(String(mark))}
        onTap={onDone && tap}
      />
    );
  }
  if (kind === 'goals')
    return <Goals goals={form.goals} onChange={(goals) => onChange({ ...form, goals })} />;
  if (kind === 'number' || kind === 'text' || kind === 'date') return <Typed {...props} onSay={say} />;
  if (kind === 'places' && !isGated(policy, question)) {
    const mark = (sites: Form['entries'][number]['sites']) =>
      onChange(withEntry({ ...form, chosen: ['yes'] }, { of: 'yes', on: '', due: '', agreed: '', sites }));
    const nowhere = [{ id: 'no', label: words.nowhere }];
    return (
      <>
        <Options label={question.text} options={nowhere} chosen={form.chosen} onPick={pick} />
        <Places whose={whose} sites={form.chosen.includes('no') ? [] : placesOf(form)} onChange={mark} />
      </>
    );
  }
  return (
    <>
      {kind === 'time' && (
        <Field
          label={words.time}
          hint={words.timeHint}
          name={question.id}
          type="time"
          value={form.said}
          onInput={say}
        />
      )}
      {kind === 'time' && <p class="field-label">{words.consent}</p>}
      <Options
        label={kind === 'time' ? words.consent : question.text}
        options={question.options.length > 0 && kind !== 'operations' ? question.options : yesOrNo(kind)}
        chosen={form.chosen}
        many={kind === 'many'}
        onPick={pick}
      />
    </>
  );
}

function Typed({ question, form, today, onSay }: QuestionFieldProps & { onSay: (said: string) => void }) {
  const shared = { name: question.id, value: form.said, onInput: onSay };
  const kind = kindOf(question);
  if (kind === 'date') return <Field label={words.date} type="date" max={today} {...shared} />;
  if (kind === 'text') return <Field label={words.number} multiline maxlength={500} {...shared} />;
  const label = question.id === 'q01' ? words.years : words.number;
  return <Field label={label} inputmode="numeric" maxlength={3} {...shared} />;
}
