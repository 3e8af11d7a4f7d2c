import { useState } from 'preact/hooks';
import { type ContentPart, type SignOffs, signOff } from '../../../sync/desk/content';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Banner, Button, Dialog, Field, showToast } from '../../../ui';
import { TroubleNote } from '../parts/trouble-note';

const words = () => desk.content.force;
const EMPTY = { name: '', role: '' };

interface SignDialogProps {
  part: ContentPart | null;
  nameOf: (part: ContentPart) => string;
  onClose: () => void;
  onSigned: (signOffs: SignOffs) => void;
  /** It has changed since it was shown. */
  onStale: () => void;
}

/** Who read this very version and agrees with it. */
export function SignDialog({ part, nameOf, onClose, onSigned, onStale }: SignDialogProps) {
  return (
    <Dialog title={part ? words().dialog(nameOf(part)) : ''} open={part !== null} onClose={onClose}>
      {part && <SignForm part={part} onClose={onClose} onSigned={onSigned} onStale={onStale} />}
    </Dialog>
  );
}

type SignFormProps = Omit<SignDialogProps, 'part' | 'nameOf'> & { part: ContentPart };

function SignForm({ part, onClose, onSigned, onStale }: SignFormProps) {
  const [form, setForm] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const action = useAction();
  const stale = action.problem?.trouble === 'conflict';
  const sign = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(form).some((value) => value.trim() === '')) return;
    const sent = { part: part.part, version: part.version, ...form };
    if (!(await action.run(async () => onSigned(await signOff(sent))))) return;
    showToast({ text: words().done });
    onClose();
  };
  const look = () => {
    onClose();
    onStale();
  };
  const field = (name: keyof typeof EMPTY) => ({
    name: `sign-${name}`,
    value: form[name],
    onInput: (value: string) => setForm({ ...form, [name]: value }),
    error: tried && form[name].trim() === '' ? desk.errors.required : action.problem?.fields[name],
  });
  return (
    <form class="stack" noValidate onSubmit={sign}>
      <p>{words().dialogAbout(part.version)}</p>
      {stale ? (
        <Banner
          tone="warn"
          action={
            <Button kind="link" onClick={look}>
              {desk.retry}
            </Button>
          }
        >
          <p>{words().stale}</p>
        </Banner>
      ) : (
        <TroubleNote problem={action.problem} />
      )}
      <Field label={words().name} {...field('name')} />
      <Field label={words().role} hint={words().roleHint} {...field('role')} />
      <div class="row">
        <Button type="submit" busy={action.busy}>
          {words().sign}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {desk.cancel}
        </Button>
      </div>
    </form>
  );
}
