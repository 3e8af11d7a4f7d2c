import { contact, syncing, unsent, waitingLogs } from '../../../../store';
import { syncNow } from '../../../../sync';
import { text } from '../../../../text';
import { me } from '../../../../text/me';
import { Button, Dialog } from '../../../../ui';
import { dayAndClock } from './dates';

/** What waits, since when, why, and a button that tries at once. */
export function SendNow() {
  const words = me.waiting;
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

interface WaitingProps {
  open: boolean;
  onClose: () => void;
}

/** The same above the page. */
export function Waiting({ open, onClose }: WaitingProps) {
  return (
    <Dialog title={text.client.saved.title} open={open} onClose={onClose}>
      <SendNow />
    </Dialog>
  );
}

function Why() {
  const words = me.waiting;
  if (contact.value === 'unreachable') return <p class="soft small">{words.unreachable}</p>;
  if (contact.value === 'troubled') return <p class="soft small">{words.troubled}</p>;
  if (contact.value === 'signed_out') return <p class="soft small">{words.signedOut}</p>;
  return null;
}
