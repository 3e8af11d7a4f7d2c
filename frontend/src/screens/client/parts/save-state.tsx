import { useState } from 'preact/hooks';
import { contact, syncing, unsent, waitingLogs } from '../../../store';
import { syncNow } from '../../../sync';
import { text } from '../../../text';
import { Button, Dialog, Icon } from '../../../ui';
import { dayAndClock } from './dates';
import './save-state.css';

/** Always there and always true: whether anything is on this phone only. */
export function SaveState() {
  const [open, setOpen] = useState(false);
  const words = text.client.saved;
  const count = unsent.value;
  if (count === 0 && !open) {
    return (
      <p class="save-state save-state-all" role="status">
        <Icon name="check" size={1} />
        {words.all}
      </p>
    );
  }
  return (
    <>
      <button class="save-state save-state-waiting" type="button" onClick={() => setOpen(true)}>
        <Icon name={count === 0 ? 'check' : 'waiting'} size={1} />
        {count === 0 ? words.all : words.unsent(count)}
      </button>
      <Dialog title={words.title} open={open} onClose={() => setOpen(false)}>
        <SendNow />
      </Dialog>
    </>
  );
}

/** What waits, since when, why, and a button that tries at once. */
export function SendNow() {
  const words = text.client.saved;
  const count = unsent.value;
  const { oldest } = waitingLogs.value;
  return (
    <div class="stack">
      {count === 0 ? (
        <p role="status">{words.sent}</p>
      ) : (
        <div class="stack-tight" role="status">
          <p>{words.safe(count)}</p>
          {oldest && <p class="soft small">{words.since(dayAndClock(oldest))}</p>}
          <Why />
        </div>
      )}
      {count > 0 && (
        <Button kind="quiet" icon="cloud" busy={syncing.value} onClick={() => void syncNow()}>
          {syncing.value ? words.sending : words.now}
        </Button>
      )}
    </div>
  );
}

function Why() {
  const words = text.client.saved;
  if (contact.value === 'unreachable') return <p class="soft small">{words.unreachable}</p>;
  if (contact.value === 'troubled') return <p class="soft small">{words.troubled}</p>;
  if (contact.value === 'signed_out') return <p class="soft small">{words.signedOut}</p>;
  return null;
}
