import { useEffect, useState } from 'preact/hooks';
import type { ScreeningWords } from '../../../../content/screening-words';
import { actOf, numberToCall } from '../../../../domain/emergency';
import { therapistOf } from '../../../../domain/today';
import { deviceZone, syncing, view, waitingLogs } from '../../../../store';
import { safety } from '../../../../store/screening';
import { type Told, whetherTold } from '../../../../store/told';
import { syncNow } from '../../../../sync';
import { safety as all } from '../../../../text/safety';
import { Banner, Button, Screen } from '../../../../ui';
import { clock } from '../dates';
import { ClientNav } from '../nav';
import './lock.css';

const HARM = 'rf_self_harm';

/**
 * A warning sign is on: what to do, whom to call, and whether the practice knows. Everything else waits until the
 * therapist has looked at it. Source: domain.md 6.1 (the action first, the number as a button, no word before it).
 */
export function Lock({ said }: { said: ScreeningWords }) {
  const words = all.lock;
  const { red = [] } = safety.value ?? {};
  const me = view.value?.me;
  const act = actOf(red, said.red_flags);
  const number = numberToCall(said.numbers, deviceZone(), navigator.languages, me?.emergency_number ?? '');
  const filled = (sentence: string) => sentence.replace('{number}', number);
  const { title, text } = said.emergency[act];
  const harm = red.some(({ flag }) => flag === HARM);
  const who = me ? therapistOf(me) : '';
  return (
    <Screen class={`lock lock-${act}`} title={filled(title)} nav={<ClientNav current="today" />}>
      {act === 'emergency' && <Call number={number} words={words.call(number)} />}
      {harm && <p class="lock-text">{words.harm}</p>}
      <p class="lock-text">{filled(text)}</p>
      <Signs said={said} who={who} />
      <Telling who={who} />
      <p>
        {words.closed} {words.lift(who)}
      </p>
      {act === 'urgent' && <Call number={number} words={words.ifWorse(number)} quiet />}
    </Screen>
  );
}

function Call({ number, words, quiet = false }: { number: string; words: string; quiet?: boolean }) {
  return (
    <Button wide kind={quiet ? 'quiet' : 'danger'} icon="phone" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      {words}
    </Button>
  );
}

/** The practice knows what it noted itself. */
function byTherapist(log: string): boolean {
  return view.value?.flags.some(({ id, by_therapist }) => id === log && by_therapist) ?? false;
}

/** Which signs they are, each once, in the words in which they were asked. */
function Signs({ said, who }: { said: ScreeningWords; who: string }) {
  const words = all.lock;
  const { red = [] } = safety.value ?? {};
  const groups = [
    { title: words.signs, flags: red.filter(({ log }) => !byTherapist(log)) },
    { title: words.signsBy(who), flags: red.filter(({ log }) => byTherapist(log)) },
  ];
  return (
    <>
      {groups.map(
        ({ title, flags }) =>
          flags.length > 0 && (
            <section key={title} class="stack-tight">
              <h2>{title}</h2>
              <ul class="lock-signs">
                {[...new Set(flags.map(({ flag }) => said.red_flags[flag]?.ask ?? words.unnamed))].map(
                  (ask) => (
                    <li key={ask}>{ask}</li>
                  ),
                )}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

/** Says truly where the word is. Nobody is said to be watching. */
function Telling({ who }: { who: string }) {
  const words = all.lock;
  const [told, setTold] = useState<Told | null>(null);
  const { red = [] } = safety.value ?? {};
  const waiting = waitingLogs.value;
  const logs = red.flatMap(({ log }) => (byTherapist(log) ? [] : [log])).join(' ');
  useEffect(() => {
    let wanted = true;
    if (logs === '') return;
    whetherTold(logs.split(' ')).then(
      (found) => wanted && setTold(found),
      (error: unknown) => reportError(error),
    );
    return () => {
      wanted = false;
    };
  }, [logs, waiting]);
  if (!told || logs === '') return null;
  if (told.state === 'told') {
    return (
      <Banner tone="calm" title={told.at === null ? words.told(who) : words.toldAt(who, clock(told.at))}>
        {words.notWatched}
      </Banner>
    );
  }
  return (
    <Banner
      tone="urgent"
      title={words.notTold(who)}
      action={
        <Button kind="quiet" icon="cloud" busy={syncing.value} onClick={() => void syncNow()}>
          {syncing.value ? words.sending : words.sendNow}
        </Button>
      }
    >
      {told.state === 'waiting' ? words.notToldWhy : words.unsaved}
    </Banner>
  );
}
