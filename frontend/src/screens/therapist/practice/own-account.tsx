import { useState } from 'preact/hooks';
import { me } from '../../../store/desk';
import { changeMe } from '../../../sync/desk/practice';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Field, showToast } from '../../../ui';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';

const words = () => desk.practice.self;

/** What is hers alone: how she is called, and the password that only she knows. */
export function OwnAccount() {
  return (
    <Section title={words().title}>
      <OwnName />
      <OwnPassword />
    </Section>
  );
}

function OwnName() {
  const [name, setName] = useState(me.value?.name ?? '');
  const action = useAction();
  const save = async (event: Event) => {
    event.preventDefault();
    if (name.trim() === '' || !(await action.run(() => changeMe({ name })))) return;
    showToast({ text: words().saved });
  };
  return (
    <form class="stack practice-form" noValidate onSubmit={save}>
      <TroubleNote problem={action.problem} />
      <Field
        label={words().name}
        name="own-name"
        autocomplete="name"
        value={name}
        onInput={setName}
        error={name.trim() === '' ? desk.errors.required : action.problem?.fields.name}
      />
      <div>
        <Button type="submit" kind="quiet" busy={action.busy}>
          {words().saveName}
        </Button>
      </div>
    </form>
  );
}

const EMPTY = { current_password: '', password: '' };

function OwnPassword() {
  const [form, setForm] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const action = useAction();
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(form).includes('') || !(await action.run(() => changeMe(form)))) return;
    showToast({ text: words().changed });
    setForm(EMPTY);
    setTried(false);
  };
  const field = (name: keyof typeof EMPTY) => ({
    name: `own-${name}`,
    type: 'password' as const,
    value: form[name],
    onInput: (value: string) => setForm({ ...form, [name]: value }),
    error: tried && form[name] === '' ? desk.errors.required : action.problem?.fields[name],
  });
  return (
    <details>
      <summary>{words().password}</summary>
      <form class="stack practice-form" noValidate onSubmit={save}>
        <TroubleNote problem={action.problem} />
        <Field label={words().current} autocomplete="current-password" {...field('current_password')} />
        <Field
          label={words().fresh}
          autocomplete="new-password"
          hint={words().freshHint}
          {...field('password')}
        />
        <div>
          <Button type="submit" kind="quiet" busy={action.busy}>
            {words().savePassword}
          </Button>
        </div>
      </form>
    </details>
  );
}
