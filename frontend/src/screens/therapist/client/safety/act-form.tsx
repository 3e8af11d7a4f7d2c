import { useState } from 'preact/hooks';
import type { FlagAct, FlagSheet, Standing } from '../../../../domain/desk/flags';
import { actOnFlags } from '../../../../sync/desk/screening';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button, Field } from '../../../../ui';
import { Refusal } from './refusal';
import { useFirstField } from './use-first-field';

const words = () => desk.screening.act;

export interface ActFormProps {
  id: string;
  what: 'lower' | 'confirm';
  standing: Standing;
  today: string;
  onDone: (sheet: FlagSheet) => void;
  onCancel: () => void;
}

/** Lowers a flag, or confirms that its days have passed; both want a reason. */
export function ActForm({ id, what, standing, today, onDone, onCancel }: ActFormProps) {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(today);
  const [tried, setTried] = useState(false);
  const action = useAction();
  const form = useFirstField();
  const confirming = what === 'confirm';
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    const act: FlagAct = {
      flag_id: standing.flag,
      act: what,
      covers: standing.tellings.map((telling) => telling.id),
      reason,
      ...(confirming && { since: until || null }),
    };
    await action.run(async (named) => onDone(await actOnFlags(id, [act], named)));
  };
  const fields = action.problem?.fields ?? {};
  return (
    <form class="stack" ref={form} noValidate onSubmit={submit}>
      <p>
        <strong>{standing.phases[0]?.label ?? standing.label}</strong>
      </p>
      <p>{confirming ? words().confirmAbout : words().lowerAbout}</p>
      <Refusal problem={action.problem} shown={['reason', 'since']} />
      {confirming && (
        <Field
          label={words().until}
          hint={words().untilHint}
          name="until"
          type="date"
          max={today}
          value={until}
          onInput={setUntil}
          error={fields.since}
        />
      )}
      <Field
        label={words().reason}
        hint={words().reasonHint}
        name="reason"
        multiline
        maxlength={1000}
        value={reason}
        onInput={setReason}
        error={tried && reason.trim() === '' ? desk.errors.required : fields.reason}
      />
      <div class="row">
        <Button type="submit" busy={action.busy}>
          {confirming ? words().confirmDo : words().lowerDo}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {desk.cancel}
        </Button>
      </div>
    </form>
  );
}
