import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ClientCard } from '../../../api/desk';
import { zoneOptions } from '../../../domain/desk/zones';
import { isOwner } from '../../../store/desk';
import { changeClient, eraseClient, exportAddress } from '../../../sync/desk/client';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Dialog, Field, Select, showToast } from '../../../ui';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';

const words = () => desk.client.keep;

interface KeepProps {
  card: ClientCard;
  onChange: () => Promise<unknown>;
}

/** Name and zone, taking the data along, and the parting. */
export function Keep({ card, onChange }: KeepProps) {
  const [asking, setAsking] = useState(false);
  return (
    <Section title={words().title} class="keep">
      <div class="row">
        <a class="button button-quiet" href={exportAddress(card.id, 'html')} target="_blank" rel="noreferrer">
          {words().page}
        </a>
        <a class="button button-quiet" href={exportAddress(card.id, 'json')} download={`${card.name}.json`}>
          {words().json}
        </a>
        {isOwner.value && (
          <Button kind="link" onClick={() => setAsking(true)}>
            {words().erase}
          </Button>
        )}
      </div>
      <Rename card={card} onChange={onChange} />
      <Erase card={card} open={asking} onClose={() => setAsking(false)} />
    </Section>
  );
}

function Rename({ card, onChange }: KeepProps) {
  const [name, setName] = useState(card.name);
  const [zone, setZone] = useState(card.timezone);
  const action = useAction();
  const save = async (event: Event) => {
    event.preventDefault();
    if (!(await action.run(() => changeClient(card.id, { name, timezone: zone })))) return;
    showToast({ text: desk.saved });
    await onChange();
  };
  return (
    <details>
      <summary>{words().rename}</summary>
      <form class="stack keep-form" noValidate onSubmit={save}>
        <TroubleNote problem={action.problem} />
        <Field
          label={desk.add.name}
          name="client-name"
          value={name}
          onInput={setName}
          error={name.trim() === '' ? desk.errors.required : action.problem?.fields.name}
        />
        <Select
          label={desk.add.zone}
          name="client-zone"
          value={zone}
          options={zoneOptions(card.timezone)}
          onChange={setZone}
        />
        <div>
          <Button type="submit" kind="quiet" busy={action.busy}>
            {desk.save}
          </Button>
        </div>
      </form>
    </details>
  );
}

function Erase({ card, open, onClose }: { card: ClientCard; open: boolean; onClose: () => void }) {
  const { route } = useLocation();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction();
  const erase = async () => {
    setTried(true);
    if (typed.trim() !== card.name) return;
    if (!(await action.run(() => eraseClient(card.id, typed.trim())))) return;
    showToast({ text: words().erased });
    route('/desk', true);
  };
  const error =
    tried && typed.trim() !== card.name ? words().eraseMismatch : action.problem?.fields.confirm_name;
  return (
    <Dialog title={words().eraseTitle(card.name)} open={open} onClose={onClose}>
      <p>{words().eraseAbout}</p>
      <TroubleNote problem={action.problem} />
      <Field
        label={words().eraseType(card.name)}
        name="confirm-name"
        value={typed}
        onInput={setTyped}
        error={error}
      />
      <div class="row">
        <Button kind="danger" busy={action.busy} onClick={() => void erase()}>
          {words().eraseDo}
        </Button>
        <Button kind="link" onClick={onClose}>
          {desk.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
