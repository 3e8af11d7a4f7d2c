import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { consentLog } from '../../../domain/client-logs';
import { deviceZone, newLogId, profile, saveLog, view } from '../../../store';
import { syncNow } from '../../../sync';
import { join } from '../../../sync/join';
import { therapistHere } from '../../../sync/owner';
import { text } from '../../../text';
import { Button, Screen } from '../../../ui';
import { CodeEntry } from './code-entry';
import { deviceLabel } from './device-label';
import { Invitation } from './invitation';
import { type Trouble, troubleOf } from './trouble';
import './screen.css';

const CONSENT_VERSION = 1;

/** One screen between the square code and the program: what it is, agreement, Start. */
export function Join() {
  const { route } = useLocation();
  const [token] = useState(takeToken);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [therapist, setTherapist] = useState<string | null>(null);
  useEffect(() => {
    if (!profile.value) void therapistHere().then(setTherapist);
  }, []);

  const start = async (key: { token: string } | { code: string }) => {
    setBusy(true);
    setTrouble(null);
    try {
      await join(key, deviceLabel(navigator.userAgent));
      await giveConsent();
      route('/today', true);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  };

  if (token === null) {
    return <CodeEntry busy={busy} trouble={trouble} onCode={(code) => void start({ code })} />;
  }
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
          {profile.value ? words.someoneBack : text.client.entry.code}
        </Button>
      }
    >
      <p>{words.bad}</p>
    </Screen>
  );
}

/** The token stands in the fragment, which no server sees; it leaves the address at once, so that no history keeps it. */
function takeToken(): string | null {
  const token = location.hash.slice(1);
  if (token === '') return null;
  history.replaceState(history.state, '', location.pathname);
  return token;
}

/** Start was the agreement; a client who has agreed on another phone is not asked again. */
async function giveConsent(): Promise<void> {
  const required = view.value?.me.consent_required ?? CONSENT_VERSION;
  if ((view.value?.me.consent_version ?? 0) >= required) return;
  await saveLog(consentLog(required, newLogId(), Date.now(), deviceZone()));
  await syncNow();
}
