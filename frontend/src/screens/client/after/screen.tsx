import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { entries } from '../../../domain/entries';
import {
  type AfterAnswers,
  draftOf,
  type LiveSession,
  practisedSeconds,
  sessionLog,
  sessionOf,
} from '../../../domain/session';
import { draft, ready, saveSession, unsent } from '../../../store';
import { closeStaleDraft, keepDraft } from '../../../store/session';
import { player as words } from '../../../text/player';
import { loadRemindersWords } from '../../../text/reminders';
import { Banner, Button, Screen, Slice } from '../../../ui';
import { BodyRow } from '../parts/body-slots';
import { slot } from '../parts/later-part';
import { LearnLink } from '../parts/learn-link';
import { Questions } from './questions';
import './after.css';

const AskReminders = slot(
  () => import('./later/ask-reminders').then((m) => m.AskReminders),
  loadRemindersWords,
);

/** After the practice: three taps at most, and all of them may stay out. */
export function After() {
  const { route } = useLocation();
  const [session, setSession] = useState<LiveSession | null>(null);
  const [saved, setSaved] = useState(false);
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
  if (session && saved) return <Saved session={session} />;
  if (session) return <Asking session={session} onSaved={() => setSaved(true)} />;
  return looked ? <Nothing /> : <div aria-busy="true" />;
}

function Asking({ session, onSaved }: { session: LiveSession; onSaved: () => void }) {
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
      await saveSession([sessionLog({ ...session, after }, Date.now())]);
    } catch {
      setState('unsaved');
      return;
    }
    onSaved();
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
      <div class="after-body">
        <BodyRow from="after" />
      </div>
      <Care emotional={after.sensations.includes('emotional')} />
      <LearnLink to="next-days" />
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

function Saved({ session }: { session: LiveSession }) {
  const minutes = Math.round(practisedSeconds(session.walk) / 60);
  const parts = shares(session);
  const full = parts.filter((part) => part === 1).length;
  return (
    <Screen
      title={words.after.saved}
      foot={
        <Button wide href="/today">
          {words.after.today}
        </Button>
      }
    >
      <div class="after-slice">
        <Slice parts={parts} size={12} label={words.after.full(full, parts.length)} pour="in turn" />
      </div>
      <Banner tone="calm" title={words.after.praise(minutes)}>
        {unsent.value > 0 ? words.after.onPhone : words.after.sent}
      </Banner>
      <AskReminders />
      <Care emotional={session.after.sensations.includes('emotional')} />
    </Screen>
  );
}

/** How full each technique's segment is: 0 to 1. */
function shares(session: LiveSession): number[] {
  const told = entries(session.walk);
  return session.walk.items.map(({ key }) => {
    const own = told.filter((entry) => entry.key === key);
    const planned = own.reduce((sum, entry) => sum + entry.planned_s, 0);
    const done = own.reduce((sum, entry) => sum + entry.done_s, 0);
    return own.every((entry) => entry.outcome === 'done') ? 1 : done / Math.max(planned, 1);
  });
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
