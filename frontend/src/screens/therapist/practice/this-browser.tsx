import { useState } from 'preact/hooks';
import {
  type PushState,
  pushState,
  sendTestPush,
  type TestOutcome,
  type TurnedOn,
  turnOffPush,
  turnOnPush,
} from '../../../push';
import { desk } from '../../../text/desk';
import { Button, Icon } from '../../../ui';

const words = () => desk.reminders.alerts;

/** States in which a tap can turn them on. */
const TURNS_ON: readonly PushState[] = ['ask', 'off', 'broken'];

/** Whether alerts come to this browser, in words, and the one thing to do about it. */
export function ThisBrowser({ onTold }: { onTold: () => Promise<unknown> }) {
  const [busy, setBusy] = useState<'turning' | 'testing' | null>(null);
  const [said, setSaid] = useState('');
  const state = pushState.value;
  const run = (what: 'turning' | 'testing', work: () => Promise<string>) => {
    setBusy(what);
    setSaid(what === 'testing' ? words().testing : '');
    work()
      .then(setSaid, (error: unknown) => {
        setSaid('');
        reportError(error);
      })
      .finally(() => setBusy(null));
  };
  const test = async () => {
    const outcome = await sendTestPush();
    await onTold();
    return testedWords(outcome);
  };
  const turnOff = async () => {
    await turnOffPush();
    return '';
  };
  return (
    <div class="alerts-here">
      <p class={state === 'on' ? 'alerts-state alerts-on' : 'alerts-state'}>
        <Icon name={state === 'on' ? 'check' : 'waiting'} size={1.25} />
        <span>
          <strong>{words().here}:</strong> {words().state[state]}
        </span>
      </p>
      <div class="row">
        {TURNS_ON.includes(state) && (
          // Called in the tap itself: a browser asks nobody for leave later.
          <Button
            kind="quiet"
            busy={busy !== null}
            onClick={() => run('turning', () => turnOnPush().then(turnedWords))}
          >
            {state === 'broken' ? words().mend : words().turnOn}
          </Button>
        )}
        {state === 'on' && (
          <>
            <Button kind="quiet" busy={busy === 'testing'} onClick={() => run('testing', test)}>
              {words().test}
            </Button>
            <Button kind="link" busy={busy === 'turning'} onClick={() => run('turning', turnOff)}>
              {words().turnOff}
            </Button>
          </>
        )}
      </div>
      <p role="status" class="small">
        {said}
      </p>
    </div>
  );
}

function turnedWords(turned: TurnedOn): string {
  return turned === 'on' ? '' : words().turned[turned];
}

function testedWords({ kind, reason }: TestOutcome): string {
  return kind === 'failed' ? words().tested.failed(words().why(reason ?? '')) : words().tested[kind];
}
