import { useState } from 'preact/hooks';
import { text } from '../../../text';
import { doors } from '../../../text/doors';
import { Button, Field, Screen } from '../../../ui';
import { JoinNote } from '../parts/join-note';
import type { Trouble } from '../parts/join-trouble';

const LENGTH = 10;

/** Crockford's base 32 as people type it: no case, no gaps, and the letters that look like figures read as figures. */
export function readCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

interface CodeEntryProps {
  busy: boolean;
  trouble: Trouble | null;
  onCode: (code: string) => void;
}

/** For the app on an iPhone's home screen, which does not share the browser's sign-in, and for a second phone. */
export function CodeEntry({ busy, trouble, onCode }: CodeEntryProps) {
  const words = doors.code;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = readCode(typed).length !== LENGTH;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) onCode(readCode(typed));
  };
  const wrong = tried && isShort ? words.missing : trouble === 'used' ? words.bad : undefined;
  return (
    <form class="code-form" onSubmit={submit} noValidate>
      <Screen
        title={words.title}
        eyebrow={text.client.join.eyebrow}
        foot={
          <Button wide type="submit" busy={busy}>
            {busy ? text.client.join.starting : words.go}
          </Button>
        }
      >
        <p class="soft">{words.intro}</p>
        <JoinNote trouble={trouble} />
        <Field
          label={words.label}
          name="code"
          value={typed}
          onInput={setTyped}
          hint={words.hint}
          error={wrong}
          maxlength={16}
          autocomplete="one-time-code"
          code
        />
        <p class="small soft">{words.agree}</p>
      </Screen>
    </form>
  );
}
