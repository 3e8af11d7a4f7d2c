import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ClientCard } from '../../../api/desk';
import { zoneOptions } from '../../../domain/desk/zones';
import { isOwner } from '../../../store/desk';
import { changeClient, eraseClient, exportAddress } from '../../../sync/desk/client';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Confirm, Field, Select, showToast } from '../../../ui';
import { LanguageSelect } from '../parts/language-select';
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
  const [language, setLanguage] = useState(card.language);
  const action = useAction();
  const save = async (event: Event) => {
    event.preventDefault();
    if (!(await action.run(() => changeClient(card.id, { name, timezone: zone, language })))) return;
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
        <LanguageSelect
          label={desk.add.language}
          hint={desk.add.languageHint}
          value={language}
          onChange={setLanguage}
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
  const action = useAction();
  const erase = async () => {
    if (!(await action.run(() => eraseClient(card.id, card.name)))) return;
    showToast({ text: words().erased });
    route('/desk', true);
  };
  return (
    <Confirm
      title={words().eraseTitle(card.name)}
      open={open}
      onClose={onClose}
      yes={words().eraseDo}
      no={desk.cancel}
      onYes={() => void erase()}
      busy={action.busy}
      name={{
        wanted: card.name,
        label: words().eraseType(card.name),
        wrong: words().eraseMismatch,
        error: action.problem?.fields.confirm_name,
      }}
    >
      <p>{words().eraseAbout}</p>
      <TroubleNote problem={action.problem} />
    </Confirm>
  );
}
