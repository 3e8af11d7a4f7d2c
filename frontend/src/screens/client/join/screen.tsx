import { useEffect, useState } from 'preact/hooks';
import { profile } from '../../../store';
import { therapistHere } from '../../../sync/who-is-here';
import { text } from '../../../text';
import { Button, Screen } from '../../../ui';
import { useJoin } from '../parts/use-join';
import { Invitation } from './invitation';
import './screen.css';

/** One screen between the square code and the program: what it is, agreement, Start. */
export function Join() {
  const [token] = useState(takeToken);
  const { busy, trouble, start } = useJoin();
  const [therapist, setTherapist] = useState<string | null>(null);
  useEffect(() => {
    if (!profile.value) void therapistHere().then(setTherapist);
  }, []);
  if (trouble === 'used') return <UsedLink />;
  return (
    <Invitation
      busy={busy}
      trouble={trouble}
      owner={profile.value?.name ?? null}
      therapist={therapist}
      onStart={() => void start({ token })}
    />
  );
}

function UsedLink() {
  const words = text.client.join;
  return (
    <Screen
      title={words.badTitle}
      eyebrow={words.eyebrow}
      foot={
        <Button wide kind="quiet" href={profile.value ? '/today' : '/'}>
          {profile.value ? words.someoneBack : words.haveCode}
        </Button>
      }
    >
      <p>{words.bad}</p>
    </Screen>
  );
}

/** The token stands in the fragment, which no server sees; it leaves the address at once, so that no history keeps it. */
function takeToken(): string {
  const token = location.hash.slice(1);
  history.replaceState(history.state, '', location.pathname);
  return token;
}
