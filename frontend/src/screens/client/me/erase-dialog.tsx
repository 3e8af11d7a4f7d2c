import { useState } from 'preact/hooks';
import { eraseEverything } from '../../../sync/account';
import { me } from '../../../text/me';
import { Banner, Button, Dialog, Field } from '../../../ui';

/** The one step that nobody can take back: it asks for the name. */
export function EraseDialog({ open, name, onClose }: { open: boolean; name: string; onClose: () => void }) {
  const words = me;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const isRight = typed.trim() === name;
  const go = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!isRight) return;
    setBusy(true);
    const done = await eraseEverything(name);
    setBusy(false);
    setFailed(!done);
  };
  return (
    <Dialog title={words.eraseTitle} open={open} onClose={onClose}>
      <form class="me-actions" onSubmit={(event) => void go(event)} noValidate>
        <p>{words.eraseText}</p>
        <Field
          label={words.eraseName(name)}
          name="confirm-name"
          value={typed}
          onInput={setTyped}
          error={tried && !isRight ? words.eraseWrong : undefined}
        />
        {failed && (
          <Banner tone="urgent">
            <p>{words.eraseFailed}</p>
          </Banner>
        )}
        <Button kind="danger" type="submit" busy={busy}>
          {words.eraseGo}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </form>
    </Dialog>
  );
}
