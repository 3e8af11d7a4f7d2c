import { useState } from 'preact/hooks';
import { fetchMyData } from '../../../sync/account';
import { me } from '../../../text/me';
import { Banner, Button } from '../../../ui';
import { saveFile } from '../parts/file';
import { EraseDialog } from './erase-dialog';
import { LeaveDialog } from './leave-dialog';

/** Taking the data along, signing out, and being forgotten. */
export function YourData({ name }: { name: string }) {
  const words = me;
  const [open, setOpen] = useState<'leave' | 'erase' | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const save = async () => {
    setBusy(true);
    const mine = await fetchMyData();
    setBusy(false);
    setFailed(mine === null);
    if (mine !== null) saveFile(words.fileName, mine);
  };
  return (
    <section class="me-part">
      <h2>{words.data}</h2>
      <p class="soft">{words.exportText}</p>
      <div class="me-actions">
        <Button kind="quiet" icon="download" busy={busy} onClick={() => void save()}>
          {words.exportGo}
        </Button>
        {failed && (
          <Banner tone="urgent">
            <p>{words.exportFailed}</p>
          </Banner>
        )}
        <Button kind="quiet" icon="lock" onClick={() => setOpen('leave')}>
          {words.out}
        </Button>
        <Button kind="danger" icon="trash" onClick={() => setOpen('erase')}>
          {words.erase}
        </Button>
      </div>
      <LeaveDialog open={open === 'leave'} onClose={() => setOpen(null)} />
      <EraseDialog open={open === 'erase'} name={name} onClose={() => setOpen(null)} />
    </section>
  );
}
