import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { zoneOptions } from '../../../domain/desk/zones';
import { signUp } from '../../../sync/desk/account';
import { useAction } from '../../../sync/desk/use-action';
import { account } from '../../../text/account';
import { language } from '../../../text/language';
import { Button, Field, Select } from '../../../ui';
import { Door } from '../parts/door';
import { enter } from '../parts/entered';

const words = () => account.signUp;
/** The server's rule (domain/accounts): it checks again, and refuses the well-known ones too. */
export const PASSWORD_LEAST = 10;

interface Form {
  practice_name: string;
  name: string;
  email: string;
  password: string;
  timezone: string;
}
type Errors = Partial<Record<keyof Form, string>>;

export function problemsOf(form: Form): Errors {
  const problems: Errors = {};
  for (const field of ['practice_name', 'name', 'email'] as const) {
    if (form[field].trim() === '') problems[field] = account.errors.required;
  }
  const missing = PASSWORD_LEAST - form.password.length;
  if (missing > 0) problems.password = words().passwordShort(missing);
  return problems;
}

export function SignUp() {
  const { route } = useLocation();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [form, setForm] = useState<Form>({
    practice_name: '',
    name: '',
    email: '',
    password: '',
    timezone: zone,
  });
  const [tried, setTried] = useState(false);
  const action = useAction();
  const own = tried ? problemsOf(form) : {};
  const field = (name: keyof Form) => ({
    name,
    value: form[name],
    error: own[name] ?? action.problem?.fields[name],
    onInput: (value: string) => setForm({ ...form, [name]: value }),
  });
  const submit = async () => {
    setTried(true);
    if (Object.keys(problemsOf(form)).length > 0) return;
    if (await action.run(() => signUp({ ...form, language: language() }))) enter('/desk', route);
  };
  return (
    <Door
      title={words().title}
      about={words().about}
      problem={action.problem}
      onSubmit={submit}
      after={
        <Button kind="link" href="/sign-in">
          {words().haveOne}
        </Button>
      }
    >
      <Field
        label={words().practice}
        hint={words().practiceHint}
        autocomplete="organization"
        {...field('practice_name')}
      />
      <Field label={words().name} autocomplete="name" {...field('name')} />
      <Field label={words().email} type="email" autocomplete="username" {...field('email')} />
      <Field
        label={words().password}
        type="password"
        autocomplete="new-password"
        hint={words().passwordHint}
        {...field('password')}
      />
      <Select
        label={words().zone}
        name="timezone"
        hint={words().zoneHint}
        value={form.timezone}
        options={zoneOptions(zone)}
        onChange={(timezone) => setForm({ ...form, timezone })}
      />
      <Button type="submit" wide busy={action.busy}>
        {action.busy ? words().busy : words().submit}
      </Button>
    </Door>
  );
}
