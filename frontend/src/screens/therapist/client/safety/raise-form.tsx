import { useEffect, useRef, useState } from 'preact/hooks';
import type { Area } from '../../../../domain/body-places';
import { type FlagSheet, flagsNamed, type Raisable, raisable } from '../../../../domain/desk/flags';
import { type Policy, pregnancyStart } from '../../../../domain/screening';
import { actOnFlags } from '../../../../sync/desk/screening';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Banner, Button, Field } from '../../../../ui';
import { BodyPicker } from '../../../../ui/body-map';
import { Refusal } from './refusal';
import { useFirstField } from './use-first-field';

const words = () => desk.screening.raise;
/** The strength of a mark that has none. */
const PLAIN = 1;

export interface RaiseFormProps {
  id: string;
  policy: Policy;
  labels: Readonly<Record<string, string>>;
  today: string;
  onDone: (sheet: FlagSheet) => void;
}

/** Which flag, by its name; then where, since when and why. */
export function RaiseForm(props: RaiseFormProps) {
  const [flag, setFlag] = useState<Raisable | null>(null);
  if (flag) return <Details {...props} flag={flag} onOther={() => setFlag(null)} />;
  return <Find all={raisable(props.policy, props.labels)} onPick={setFlag} />;
}

function Find({ all, onPick }: { all: readonly Raisable[]; onPick: (flag: Raisable) => void }) {
  const [typed, setTyped] = useState('');
  const form = useFirstField();
  const found = flagsNamed(all, typed);
  const [first, second] = found;
  const submit = (event: Event) => {
    event.preventDefault();
    if (first && !second) onPick(first);
  };
  return (
    <form class="stack" ref={form} noValidate onSubmit={submit}>
      <Field
        label={words().search}
        hint={words().searchHint}
        name="find-flag"
        type="search"
        value={typed}
        onInput={setTyped}
      />
      <p class="small soft" role="status">
        {found.length === 0 ? words().none : words().found(found.length)}
      </p>
      <ul class="flag-options">
        {found.map((flag) => (
          <li key={flag.id}>
            <button type="button" class="flag-option" onClick={() => onPick(flag)}>
              {flag.red && <span class="badge badge-loud">{desk.screening.flags.red}</span>}
              <span>{flag.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

type DetailsProps = RaiseFormProps & { flag: Raisable; onOther: () => void };

function Details({ id, policy, today, flag, onOther, onDone }: DetailsProps) {
  const timeline = policy.timelines[flag.id];
  const [sites, setSites] = useState<readonly Area[]>([]);
  // What ends by itself would never end without a day.
  const [day, setDay] = useState(timeline?.by_itself ? today : '');
  const [note, setNote] = useState('');
  const action = useAction();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const due = timeline !== undefined && timeline.ends === null;
  const submit = async (event: Event) => {
    event.preventDefault();
    const since = day && due ? pregnancyStart(day) : day;
    const places = flag.placed && { sites: sites.map(({ region, side }) => ({ region, side })) };
    const act = { flag_id: flag.id, act: 'raise' as const, reason: note, ...places, ...(since && { since }) };
    await action.run(async (named) => onDone(await actOnFlags(id, [act], named)));
  };
  const fields = action.problem?.fields ?? {};
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <h3 ref={heading} tabIndex={-1}>
        {flag.label}
      </h3>
      {flag.red && (
        <Banner tone="urgent">
          <p>{words().redAbout}</p>
        </Banner>
      )}
      <Refusal problem={action.problem} shown={['since', 'reason']} />
      {flag.dated && (
        <Field
          label={due ? words().due : words().date}
          hint={due ? words().dueHint : words().dateHint}
          name="since"
          type="date"
          max={due ? undefined : today}
          value={day}
          onInput={setDay}
          error={fields.since}
        />
      )}
      {flag.placed && <Where sites={sites} onChange={setSites} />}
      <Field
        label={words().note}
        hint={words().noteHint}
        name="reason"
        multiline
        maxlength={1000}
        value={note}
        onInput={setNote}
        error={fields.reason}
      />
      <div class="row">
        <Button type="submit" kind={flag.red ? 'danger' : 'primary'} busy={action.busy}>
          {words().do}
        </Button>
        <Button kind="quiet" onClick={onOther}>
          {words().other}
        </Button>
      </div>
    </form>
  );
}

interface WhereProps {
  sites: readonly Area[];
  onChange: (sites: readonly Area[]) => void;
}

function Where({ sites, onChange }: WhereProps) {
  const marks = sites.map(({ region, side }) => ({ region, side, strength: PLAIN }));
  return (
    <div class="stack flag-where">
      <p class="field-label">{words().where}</p>
      <BodyPicker plain sides={desk.sides} value={marks} onChange={onChange} />
      <p class="field-hint">{words().whereHint}</p>
    </div>
  );
}
