import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { zoneOptions } from '../../../domain/desk/zones';
import { me } from '../../../store/desk';
import { addClient } from '../../../sync/desk/client';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { language } from '../../../text/language';
import { Button, Field, Select } from '../../../ui';
import { LanguageSelect } from '../parts/language-select';
import { TroubleNote } from '../parts/trouble-note';

const words = () => desk.add;

/** A name is enough; the next page is the program, because that is what comes next. */
export function AddClient({ onCancel }: { onCancel?: (() => void) | undefined }) {
  const { route } = useLocation();
  const [name, setName] = useState('');
  const home = me.value?.practice.timezone ?? 'UTC';
  const [zone, setZone] = useState(home);
  const [spoken, setSpoken] = useState(me.value?.practice.settings.language ?? language());
  const [tried, setTried] = useState(false);
  const action = useAction();
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    await action.run(async (named) => {
      const id = await addClient(name, zone, spoken, named);
      route(`/desk/clients/${id}/program`);
    });
  };
  const error = tried && name.trim() === '' ? desk.errors.required : action.problem?.fields.name;
  return (
    <form class="card stack" noValidate onSubmit={submit}>
      <TroubleNote problem={action.problem} />
      <Field
        label={words().name}
        name="name"
        hint={words().nameHint}
        value={name}
        onInput={setName}
        error={error}
      />
      <Select
        label={words().zone}
        name="timezone"
        value={zone}
        options={zoneOptions(home)}
        onChange={setZone}
      />
      <LanguageSelect
        label={words().language}
        hint={words().languageHint}
        value={spoken}
        onChange={setSpoken}
      />
      <div class="row">
        <Button type="submit" busy={action.busy}>
          {action.busy ? words().busy : words().submit}
        </Button>
        {onCancel && (
          <Button kind="link" onClick={onCancel}>
            {desk.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
