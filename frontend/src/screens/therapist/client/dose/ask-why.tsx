import { useState } from 'preact/hooks';
import type { DoseFile } from '../../../../api/desk-dose';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button, Dialog, Field } from '../../../../ui';
import { TroubleNote } from '../../parts/trouble-note';

export interface AskWhyProps {
  open: boolean;
  title: string;
  about: readonly string[];
  label: string;
  yes: string;
  /** Said where somebody, or something told since, was quicker. */
  gone: string;
  required?: boolean;
  act: (reason: string) => Promise<DoseFile>;
  onFile: (file: DoseFile) => void;
  onClose: () => void;
}

/** The second tap, with the reason that is kept. */
export function AskWhy(props: AskWhyProps) {
  return (
    <Dialog title={props.title} open={props.open} onClose={props.onClose}>
      <WhyForm {...props} />
    </Dialog>
  );
}

function WhyForm({ about, label, yes, gone, required, act, onFile, onClose }: AskWhyProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction();
  const empty = required && reason.trim() === '';
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (empty) return;
    if (await action.run(async () => onFile(await act(reason.trim())))) onClose();
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      {about.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Field
        label={label}
        name="dose-reason"
        value={reason}
        onInput={setReason}
        error={tried && empty ? desk.errors.required : action.problem?.fields.reason}
      />
      {action.problem?.trouble === 'conflict' ? (
        <p role="alert">{gone}</p>
      ) : (
        <TroubleNote problem={action.problem} />
      )}
      <div class="row">
        <Button type="submit" busy={action.busy}>
          {yes}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {desk.cancel}
        </Button>
      </div>
    </form>
  );
}
