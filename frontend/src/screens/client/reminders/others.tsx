import { useState } from 'preact/hooks';
import type { Proof } from '../../../domain/reminders';
import { pushState } from '../../../push';
import { choice, proof, remindersOn } from '../../../store/reminders';
import { chooseMail, endMail, type Told } from '../../../sync/reminders';
import { reminders as words } from '../../../text/reminders';
import { Button, Field } from '../../../ui';
import { Calendar } from './later/calendar';

/** Where this phone cannot, her calendar or an e-mail can: open there, and folded where all is well. */
export function Others() {
  const isNeeded = ['unsupported', 'denied', 'install-first'].includes(pushState.value);
  const mail = proof.value?.proof.mail;
  const hasMail = mail && mail.state !== 'unavailable';
  return (
    <details class="rem-part" open={isNeeded || choice.value?.calendar === true}>
      <summary>{words.others}</summary>
      <div class="stack">
        {!remindersOn.value && <p class="soft">{words.first}</p>}
        <Calendar />
        {hasMail && <Mail mail={mail} />}
      </div>
    </details>
  );
}

/** She asks for mails, and says so once more from her own mailbox. */
function Mail({ mail: { state, address } }: { mail: Proof['mail'] }) {
  const [typed, setTyped] = useState(address ?? '');
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const run = async (ask: () => Promise<Told>) => {
    setBusy(true);
    setTold(await ask());
    setBusy(false);
  };
  const trouble = told === 'offline' || told === 'refused' ? words.mail[told] : undefined;
  const end = (
    <Button kind="quiet" busy={busy} onClick={() => void run(endMail)}>
      {words.mail.end}
    </Button>
  );
  return (
    <section class="stack-tight">
      <h3>{words.mail.title}</h3>
      <p class="soft">{words.mail.text}</p>
      {state !== 'off' && (
        <p role="status">{words.mail[state === 'on' ? 'on' : 'unconfirmed'](address ?? typed)}</p>
      )}
      {state !== 'on' && (
        <form
          class="stack-tight"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void run(() => chooseMail(typed.trim()));
          }}
        >
          <Field
            label={words.mail.address}
            name="mail"
            type="email"
            inputmode="email"
            autocomplete="email"
            value={typed}
            error={trouble}
            onInput={setTyped}
          />
          <Button kind="quiet" type="submit" busy={busy} disabled={!typed.includes('@')}>
            {words.mail.go}
          </Button>
        </form>
      )}
      {state !== 'off' && end}
    </section>
  );
}
