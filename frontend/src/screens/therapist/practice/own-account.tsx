import { useState } from 'preact/hooks';
import type { Language } from '../../../domain/language';
import { me } from '../../../store/desk';
import { changeMe } from '../../../sync/desk/practice';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { followTold, language } from '../../../text/language';
import { Button, Field, showToast } from '../../../ui';
import { LanguageSelect } from '../parts/language-select';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';

const words = () => desk.practice.self;

/** What is hers alone: how she is called, and the password that only she knows. */
export function OwnAccount() {
  return (
    <Section title={words().title}>
      <OwnName />
      <OwnLanguage />
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

/** The desk in her language: the page is opened again in it, so what she is writing is lost where it is not saved. */
function OwnLanguage() {
  const action = useAction();
  const choose = async (chosen: Language) => {
    if (!(await action.run(() => changeMe({ language: chosen }))) || !me.value) return;
    if (followTold(me.value.id, chosen)) location.reload();
  };
  return (
    <div class="stack practice-form">
      <TroubleNote problem={action.problem} />
      <LanguageSelect
        label={words().language}
        name="own-language"
        hint={words().languageHint}
        value={language()}
        onChange={(chosen) => void choose(chosen)}
      />
    </div>
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
