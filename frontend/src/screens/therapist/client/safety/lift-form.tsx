import { useState } from 'preact/hooks';
import type { FlagAct, FlagOn, FlagSheet } from '../../../../domain/desk/flags';
import { actOnFlags } from '../../../../sync/desk/screening';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button, Field } from '../../../../ui';
import { flagName } from '../../parts/flag-words';
import { Refusal } from './refusal';
import { toldWords } from './told-words';
import { useFirstField } from './use-first-field';

const words = () => desk.screening.act;
/** As domain/screening/overrides.py asks for a reason that somebody answers for. */
const REASON_MIN = 15;

export interface LiftFormProps {
  id: string;
  /** All red flags that stand. */
  red: readonly FlagOn[];
  /** Those that she means at first. */
  meant: readonly string[];
  zone: string;
  /** One of several is lifted. */
  onStep: (sheet: FlagSheet) => void;
  onDone: (sheet: FlagSheet) => void;
  onCancel: () => void;
}

/** Lifts red flags, each by the log that raised it, with what was done. */
export function LiftForm({ id, red, meant, zone, onStep, onDone, onCancel }: LiftFormProps) {
  const [chosen, setChosen] = useState<readonly string[]>(meant);
  const [done, setDone] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction();
  const form = useFirstField();
  const lifted = red.filter((flag) => chosen.includes(flag.id));
  const missing = REASON_MIN - [...done.trim()].length;
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    const [first, ...others] = lifted.map(
      (flag): FlagAct => ({ flag_id: flag.flag_id, act: 'lift', reason: done, lifts: flag.id }),
    );
    if (!first || missing > 0) return;
    await action.run(async (named) => onDone(await actOnFlags(id, [first, ...others], named, onStep)));
  };
  return (
    <form class="stack" ref={form} noValidate onSubmit={submit}>
      <p>{words().liftAbout}</p>
      <Refusal problem={action.problem} shown={['reason']} />
      <Which red={red} chosen={chosen} zone={zone} onChange={setChosen} />
      {tried && lifted.length === 0 && (
        <p class="field-error" role="alert">
          {words().noneChosen}
        </p>
      )}
      <Field
        label={words().done}
        hint={words().doneHint(REASON_MIN)}
        name="reason"
        multiline
        maxlength={1000}
        value={done}
        onInput={setDone}
        error={tried && missing > 0 ? words().doneShort(missing) : action.problem?.fields.reason}
      />
      <div class="row">
        <Button type="submit" busy={action.busy}>
          {words().liftDo}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {desk.cancel}
        </Button>
      </div>
    </form>
  );
}

interface WhichProps {
  red: readonly FlagOn[];
  chosen: readonly string[];
  zone: string;
  onChange: (chosen: readonly string[]) => void;
}

/** One red flag needs no choice; of several she says which. */
function Which({ red, chosen, zone, onChange }: WhichProps) {
  const rows = red.map((flag) => ({
    id: flag.id,
    words: (
      <span>
        <strong>{flagName({ id: flag.flag_id, label: flag.label })}</strong>
        <span class="small soft"> {toldWords(flag, zone)}</span>
      </span>
    ),
  }));
  const [only, ...others] = rows;
  if (only && others.length === 0) return <p>{only.words}</p>;
  return (
    <fieldset class="lift-which">
      <legend class="field-label">{words().which}</legend>
      {rows.map((row) => (
        <label key={row.id} class="lift-one">
          <input
            type="checkbox"
            checked={chosen.includes(row.id)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...chosen, row.id] : chosen.filter((one) => one !== row.id),
              )
            }
          />
          {row.words}
        </label>
      ))}
    </fieldset>
  );
}
