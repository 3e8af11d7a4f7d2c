import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './button';
import { Dialog } from './dialog';
import { Field } from './field';

export interface ConfirmProps {
  title: string;
  open: boolean;
  onClose: () => void;
  /** What happens then, and what went wrong. */
  children: ComponentChildren;
  yes: string;
  no: string;
  onYes: () => void;
  busy?: boolean | undefined;
  /** A name to be typed first, for what nobody can take back. */
  name?: NameToType | undefined;
}

export interface NameToType {
  wanted: string;
  label: string;
  /** Said when another name was typed. */
  wrong: string;
  error?: string | undefined;
}

/** Asks before something is taken away. It is a form, so that Enter in the field answers, too. */
export function Confirm(props: ConfirmProps) {
  const { title, open, onClose, children, yes, no, onYes, busy, name } = props;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isRight = !name || typed.trim() === name.wanted;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (isRight && !busy) onYes();
  };
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <form class="stack" noValidate onSubmit={submit}>
        {children}
        {name && (
          <Field
            label={name.label}
            name="confirm-name"
            value={typed}
            onInput={setTyped}
            error={tried && !isRight ? name.wrong : name.error}
          />
        )}
        <div class="row">
          <Button kind="danger" type="submit" busy={busy}>
            {yes}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {no}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
