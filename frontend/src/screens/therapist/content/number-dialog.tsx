import { useState } from 'preact/hooks';
import { asked, compared, type Threshold } from '../../../domain/desk/thresholds';
import { moveThresholds, type Thresholds } from '../../../sync/desk/content';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Dialog, Field, showToast } from '../../../ui';
import { TroubleNote } from '../parts/trouble-note';

const words = () => desk.content.numbers;

interface NumberDialogProps {
  threshold: Threshold | null;
  onClose: () => void;
  onChange: (file: Thresholds) => void;
}

/** Another number, with a reason; what it does to clients is said before it is done. */
export function NumberDialog({ threshold, onClose, onChange }: NumberDialogProps) {
  return (
    <Dialog title={threshold?.label ?? ''} open={threshold !== null} onClose={onClose}>
      {threshold && <NumberForm threshold={threshold} onClose={onClose} onChange={onChange} />}
    </Dialog>
  );
}

function NumberForm({ threshold, onClose, onChange }: NumberDialogProps & { threshold: Threshold }) {
  const [typed, setTyped] = useState(String(threshold.value));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction();
  const found = asked(threshold, typed);
  const fields = action.problem?.fields ?? {};
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if ('wrong' in found || reason.trim() === '') return;
    const move = () => moveThresholds({ [threshold.id]: found.value }, reason);
    if (!(await action.run(async () => onChange(await move())))) return;
    showToast({ text: words().saved(threshold.label) });
    onClose();
  };
  const wrong = 'wrong' in found ? words().wrong[found.wrong] : fields[`values.${threshold.id}`];
  return (
    <form class="stack" noValidate onSubmit={save}>
      <p class="small soft">{threshold.why}</p>
      <TroubleNote problem={action.problem} />
      <Field
        label={words().field(threshold.unit)}
        name="threshold"
        inputmode="numeric"
        hint={words().bounds(threshold.low, threshold.high)}
        value={typed}
        onInput={setTyped}
        error={wrong}
      />
      <p role="status" class="small">
        {'value' in found && words().turns[compared(threshold, found.value, threshold.value)]}
      </p>
      <Field
        label={words().reason}
        name="threshold-reason"
        hint={words().reasonHint}
        maxlength={500}
        value={reason}
        onInput={setReason}
        error={tried && reason.trim() === '' ? words().reasonMissing : fields.reason}
      />
      <div class="row">
        <Button type="submit" busy={action.busy}>
          {words().save}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {desk.cancel}
        </Button>
      </div>
    </form>
  );
}
