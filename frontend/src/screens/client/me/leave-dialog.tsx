import { useState } from 'preact/hooks';
import { unsentLogs } from '../../../store';
import { leave } from '../../../sync/leave';
import { me } from '../../../text/me';
import { Banner, Button, Dialog } from '../../../ui';
import { saveFile } from '../parts/file';

/** Signing out sends first; what cannot be sent is counted, offered as a file, and only then given up. */
export function LeaveDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = me;
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState(0);
  const go = async (anyway: boolean) => {
    setBusy(true);
    const result = await leave(anyway);
    setBusy(false);
    // Gone: the page finds nobody signed in and leads to the front door by itself.
    if (!result.left) setLeft(result.unsent);
  };
  const save = async () => saveFile(words.unsentFile, { not_sent: await unsentLogs() });
  return (
    <Dialog title={words.outTitle} open={open} onClose={onClose}>
      <p>{words.outText}</p>
      {left > 0 && (
        <Banner tone="urgent">
          <p>{words.outWarn(left)}</p>
        </Banner>
      )}
      <div class="me-actions">
        {left > 0 ? (
          <>
            <Button icon="download" onClick={() => void save()}>
              {words.outSave}
            </Button>
            <Button kind="danger" busy={busy} onClick={() => void go(true)}>
              {words.outAnyway}
            </Button>
          </>
        ) : (
          <Button busy={busy} onClick={() => void go(false)}>
            {busy ? words.outBusy : words.outGo}
          </Button>
        )}
        <Button kind="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
