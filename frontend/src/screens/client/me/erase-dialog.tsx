import { useState } from 'preact/hooks';
import { eraseEverything } from '../../../sync/account';
import { me } from '../../../text/me';
import { Banner, Confirm } from '../../../ui';

/** The one step that nobody can take back: it asks for the name. */
export function EraseDialog({ open, name, onClose }: { open: boolean; name: string; onClose: () => void }) {
  const words = me;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const go = async () => {
    setBusy(true);
    const done = await eraseEverything(name);
    setBusy(false);
    setFailed(!done);
  };
  return (
    <Confirm
      title={words.eraseTitle}
      open={open}
      onClose={onClose}
      yes={words.eraseGo}
      no={words.cancel}
      onYes={() => void go()}
      busy={busy}
      name={{ wanted: name, label: words.eraseName(name), wrong: words.eraseWrong }}
    >
      <p>{words.eraseText}</p>
      {failed && (
        <Banner tone="urgent">
          <p>{words.eraseFailed}</p>
        </Banner>
      )}
    </Confirm>
  );
}
