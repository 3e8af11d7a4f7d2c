import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { expired } from '../../../store/desk';
import { signIn } from '../../../sync/desk/account';
import { useAction } from '../../../sync/desk/use-action';
import { account } from '../../../text/account';
import { language } from '../../../text/language';
import { Button, Field } from '../../../ui';
import { Door } from '../parts/door';
import { enter } from '../parts/entered';

const words = () => account.signIn;

export function SignIn() {
  const { route, query } = useLocation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction();
  const missing = (value: string) => (tried && value === '' ? account.errors.required : undefined);
  const submit = async () => {
    setTried(true);
    if (email === '' || password === '') return;
    if (await action.run(() => signIn(email, password, language()))) enter(backTo(query.next), route);
  };
  return (
    <Door
      title={words().title}
      about={words().about}
      notice={expired.value ? words().expired : undefined}
      problem={action.problem}
      onSubmit={submit}
      after={
        <>
          <Button kind="link" href="/sign-up">
            {words().newHere}
          </Button>
          <p class="small soft">{words().client}</p>
        </>
      }
    >
      <Field
        label={words().email}
        name="email"
        type="email"
        autocomplete="username"
        value={email}
        onInput={setEmail}
        error={missing(email)}
      />
      <Field
        label={words().password}
        name="password"
        type="password"
        autocomplete="current-password"
        value={password}
        onInput={setPassword}
        error={missing(password)}
      />
      <Button type="submit" wide busy={action.busy}>
        {action.busy ? words().busy : words().submit}
      </Button>
    </Door>
  );
}

/** Only a place of the desk: an address of another site in `next` must lead nowhere. */
export function backTo(next: string | undefined): string {
  return next !== undefined && /^\/desk(\/[\w/-]*)?$/.test(next) ? next : '/desk';
}
