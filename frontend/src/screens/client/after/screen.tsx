import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import {
  type AfterAnswers,
  draftOf,
  type LiveSession,
  practisedSeconds,
  sessionLog,
  sessionOf,
} from '../../../domain/session';
import { clearDraft, draft, ready, saveLog, unsent } from '../../../store';
import { closeStaleDraft, keepDraft } from '../../../store/session';
import { player as words } from '../../../text/player';
import { Banner, Button, Screen } from '../../../ui';
import { Questions } from './questions';
import './after.css';

/** After the practice: three taps at most, and all of them may stay out. */
export function After() {
  const { route } = useLocation();
  const [session, setSession] = useState<LiveSession | null>(null);
  const [savedSeconds, setSavedSeconds] = useState<number | null>(null);
  const [looked, setLooked] = useState(false);
  const isReady = ready.value;
  const look = async () => {
    // What cannot be closed now (no room) is asked about again: nothing is dropped.
    await closeStaleDraft(Date.now()).catch(() => undefined);
    const found = draft.peek();
    const left = found && sessionOf(found);
    if (left?.ended_ms === null) route('/practice', true);
    else setSession(left);
    setLooked(true);
  };
  useEffect(() => {
    if (isReady) void look();
  }, [isReady]);
  if (savedSeconds !== null) return <Saved seconds={savedSeconds} />;
  if (session) return <Asking session={session} onSaved={setSavedSeconds} />;
  return looked ? <Nothing /> : <div aria-busy="true" />;
}

function Asking({ session, onSaved }: { session: LiveSession; onSaved: (seconds: number) => void }) {
  const [after, setAfter] = useState<AfterAnswers>(session.after);
  const [state, setState] = useState<'open' | 'saving' | 'unsaved'>('open');
  const seconds = practisedSeconds(session.walk);
  // Kept with every answer: a reload here loses no word.
  const answer = (said: AfterAnswers) => {
    setAfter(said);
    void keepDraft(draftOf({ ...session, after: said }, Date.now()));
  };
  const save = async () => {
    setState('saving');
    try {
      await saveLog(sessionLog({ ...session, after }, Date.now()));
    } catch {
      setState('unsaved');
      return;
    }
    onSaved(seconds);
    await clearDraft();
  };
  return (
    <Screen
      title={words.after.title}
      eyebrow={words.after.done(Math.floor(seconds / 60), seconds % 60)}
      foot={
        <Button wide busy={state === 'saving'} onClick={() => void save()}>
          {words.after.save}
        </Button>
      }
    >
      {state === 'unsaved' && (
        <Banner tone="urgent" title={words.after.unsaved}>
          {words.after.unsavedHint}
        </Banner>
      )}
      <Questions session={session} after={after} onChange={answer} />
      <Care emotional={after.sensations.includes('emotional')} />
    </Screen>
  );
}

function Care({ emotional }: { emotional: boolean }) {
  return (
    <div class="after-care">
      {emotional && <p>{words.after.emotional}</p>}
      <p>{words.after.care}</p>
      <p>{words.after.soreness}</p>
    </div>
  );
}

function Saved({ seconds }: { seconds: number }) {
  return (
    <Screen
      title={words.after.saved}
      foot={
        <Button wide href="/today">
          {words.after.today}
        </Button>
      }
    >
      <Banner tone="calm" title={words.after.praise(Math.round(seconds / 60))}>
        {unsent.value > 0 ? words.after.onPhone : words.after.sent}
      </Banner>
      <Care emotional={false} />
    </Screen>
  );
}

function Nothing() {
  return (
    <Screen
      title={words.after.title}
      foot={
        <Button wide href="/today">
          {words.after.today}
        </Button>
      }
    >
      <p>{words.after.nothing}</p>
    </Screen>
  );
}
