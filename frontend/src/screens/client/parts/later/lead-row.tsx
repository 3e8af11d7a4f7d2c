import { useEffect, useState } from 'preact/hooks';
import { breathsPerMinute } from '../../../../domain/calibrate';
import { breathS, loadSettings } from '../../../../store/settings';
import { guide } from '../../../../text/guide';
import { Button, Dialog } from '../../../../ui';
import { SettingsPanel } from './settings-panel';

/** The same settings as before a practice, for a quiet moment. */
export function LeadRow() {
  const [open, setOpen] = useState(false);
  const words = guide.settings;
  useEffect(() => void loadSettings(), []);
  return (
    <section class="me-part">
      <h2>{words.title}</h2>
      <p class="soft">
        {words.intro} {words.breathNow(breathsPerMinute(breathS.value))}
      </p>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {words.change}
      </Button>
      <Dialog title={words.title} open={open} onClose={() => setOpen(false)}>
        <SettingsPanel within onDone={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}
