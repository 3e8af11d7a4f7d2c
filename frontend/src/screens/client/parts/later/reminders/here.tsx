import { useEffect, useState } from 'preact/hooks';
import { familyOf } from '../../../../../domain/reminders';
import { pushState, renewPush, type TurnedOn, turnOffPush } from '../../../../../push';
import { pushWanted } from '../../../../../store/push';
import { proof } from '../../../../../store/reminders';
import { reminders as words } from '../../../../../text/reminders';
import { Button } from '../../../../../ui';
import { ShareDrawing } from './share-drawing';
import { useTurnOn } from './turn-on';
import './reminders.css';

/** Whether reminders reach this phone; where they do not, what stands in the way and the one thing to do about it. */
export function Here() {
  const { busy, outcome, run } = useTurnOn();
  const state = pushState.value;
  const [wanted, setWanted] = useState(false);
  useEffect(() => void pushWanted().then((said) => setWanted(said === true)), [state]);
  if (state === 'unknown' || state === 'on') return null;
  const { title, text, go } = words.here[state];
  const byMail =
    state === 'unsupported' && (proof.value?.proof.mail.state ?? 'unavailable') !== 'unavailable';
  // A row on Today says that it does not reach her here, until she no longer wants it to.
  const nags = wanted && state !== 'off';
  return (
    <section class={`card stack-tight rem-here rem-${state}`}>
      <h2>{title}</h2>
      <p>{byMail ? words.orMail : text}</p>
      {state === 'denied' && <Steps steps={words.blocked[family()]} />}
      {state === 'install-first' && <Install />}
      {go && (
        <Button wide busy={busy} onClick={() => void (state === 'denied' ? renewPush() : run())}>
          {go}
        </Button>
      )}
      <Trouble outcome={outcome} />
      {nags && (
        <Button kind="link" onClick={() => void turnOffPush().then(() => setWanted(false))}>
          {words.turnOff}
        </Button>
      )}
    </section>
  );
}

interface TroubleProps {
  outcome: TurnedOn | null;
  /** What is said where she closed the browser's question, and something was kept all the same. */
  closed?: string;
}

/** What came of it, where no state of the phone says it. */
export function Trouble({ outcome, closed = words.turned.dismissed }: TroubleProps) {
  const other = outcome && outcome !== 'on' && outcome !== 'denied' ? words.turned[outcome] : '';
  const said = outcome === 'dismissed' ? closed : other;
  return (
    <p class="small rem-said" role="status">
      {said}
    </p>
  );
}

function Install() {
  return (
    <>
      <ShareDrawing />
      <Steps steps={words.install} />
      <a href="/me">{words.installCode}</a>
    </>
  );
}

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol class="rem-steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

function family() {
  const standalone = matchMedia('(display-mode: standalone)').matches;
  return familyOf(navigator.userAgent, navigator.maxTouchPoints > 1, standalone);
}
