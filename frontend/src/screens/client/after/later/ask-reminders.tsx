import { useEffect, useState } from 'preact/hooks';
import { faultsOf, noChoice, timeLike } from '../../../../domain/reminders';
import { validSessions } from '../../../../domain/today';
import { pushState, renewPush } from '../../../../push';
import { deviceZone, logs } from '../../../../store';
import { asked, choice, choose, keepAsked, loadKept, remindersOn } from '../../../../store/reminders';
import { reminders as words } from '../../../../text/reminders';
import { Banner, Button, Field } from '../../../../ui';
import { Here, Trouble } from '../../parts/later/reminders/here';
import { useTurnOn } from '../../parts/later/reminders/turn-on';
import { nextWords } from '../../parts/later/reminders/when';
import '../../parts/later/reminders/reminders.css';

const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** After a whole practice, until she has answered: would she like to be reminded of the next? */
export function AskReminders() {
  const [taken, setTaken] = useState(false);
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    void loadKept();
    if (pushState.peek() === 'unknown') void renewPush();
  }, []);
  const state = pushState.value;
  const practised = validSessions(logs.value).some(({ status }) => status === 'complete');
  if (taken || (blocked && state === 'on')) return <Taken />;
  if (blocked) return <Blocked />;
  if (!practised || asked.value !== false || state === 'unknown' || state === 'on') return null;
  return (
    <Question
      canAsk={state === 'ask' || state === 'off'}
      onTaken={() => setTaken(true)}
      onBlocked={() => setBlocked(true)}
    />
  );
}

interface QuestionProps {
  canAsk: boolean;
  onTaken: () => void;
  onBlocked: () => void;
}

/** `canAsk`: one tap is enough here; else her own page says what to do first. */
function Question({ canAsk, onTaken, onBlocked }: QuestionProps) {
  const newest = validSessions(logs.value)[0];
  const [time, setTime] = useState(newest ? timeLike(newest) : '07:00');
  const [unsaved, setUnsaved] = useState(false);
  const { busy, outcome, run } = useTurnOn();
  const answer = async () => {
    const asking = run();
    try {
      if (!remindersOn.value) await choose({ slots: slotsWith(time) });
      const came = await asking;
      if (came === 'on') onTaken();
      else if (came === 'denied') onBlocked();
      else return;
      await keepAsked();
    } catch (error) {
      reportError(error);
      setUnsaved(true);
    }
  };
  return (
    <section class="card stack-tight rem-here">
      <h2>{words.after.title}</h2>
      <p>{words.after.text}</p>
      {canAsk && !remindersOn.value && (
        <Field label={words.time} name="time" type="time" value={time} onInput={setTime} />
      )}
      {canAsk && <p class="small soft">{words.after.next}</p>}
      {unsaved && <Banner tone="urgent" title={words.unsaved} />}
      <Trouble outcome={remindersOn.value ? outcome : null} closed={words.after.kept} />
      {canAsk ? (
        <Button kind="quiet" wide busy={busy} disabled={time === ''} onClick={() => void answer()}>
          {words.after.go}
        </Button>
      ) : (
        <Button kind="quiet" wide href="/reminders">
          {words.after.look}
        </Button>
      )}
      <Button kind="link" onClick={() => void keepAsked()}>
        {words.after.no}
      </Button>
    </section>
  );
}

function Taken() {
  return (
    <Banner tone="calm" title={words.nextTitle} action={<a href="/reminders">{words.open}</a>}>
      {nextWords()}
    </Banner>
  );
}

/** Her time is kept, and this phone will not ring: said at once, with what to do about it. */
function Blocked() {
  return (
    <>
      <p role="status">{words.after.kept}</p>
      <Here />
    </>
  );
}

/** Beside what is there and off: a time that is there already is not put twice. */
function slotsWith(time: string) {
  const before = (choice.value ?? noChoice(deviceZone())).slots;
  const all = [...before, { time, days: WEEK, enabled: true }];
  return faultsOf({ slots: all, follow_up_min: null }).length > 0 ? all.slice(-1) : all;
}
