import { useEffect, useState } from 'preact/hooks';
import type { Proof } from '../../../domain/reminders';
import { pushState, sendTestPush, type TestOutcome, turnOffPush } from '../../../push';
import { unsent } from '../../../store';
import { proof, remindersOn } from '../../../store/reminders';
import { fetchProof } from '../../../sync/reminders';
import { reminders as words } from '../../../text/reminders';
import { Button, Icon } from '../../../ui';
import { Trouble } from '../parts/later/reminders/here';
import { useTurnOn } from '../parts/later/reminders/turn-on';
import { calledAt } from '../parts/later/reminders/when';

/** An answer that is older says when it came. */
const FRESH_MS = 60_000;

/** Whether they arrive: what the practice said last and when, and a try at once. */
export function ProofPart() {
  useEffect(() => void fetchProof(), [unsent.value === 0]);
  const kept = proof.value;
  const isHere = pushState.value === 'on';
  return (
    <section class="stack-tight">
      {kept && (isHere || remindersOn.value) && (
        <>
          <Last last={kept.proof.last} isOn={isHere} />
          {Date.now() - Date.parse(kept.at) > FRESH_MS && (
            <p class="small soft">{words.proof.asOf(calledAt(kept.at))}</p>
          )}
        </>
      )}
      {isHere && <Try />}
    </section>
  );
}

function Last({ last, isOn }: { last: Proof['last']; isOn: boolean }) {
  if (!last?.at) return isOn ? <p class="soft">{words.proof.none}</p> : null;
  const said = words.proof[last.state](calledAt(last.at));
  if (last.state === 'failed')
    return (
      <p class="rem-proof">
        <Icon name="warning" />
        <span>
          {said} {whyOf(last.reason)}
        </span>
      </p>
    );
  return (
    <p class="rem-proof rem-well">
      <Icon name="check" />
      {said}
    </p>
  );
}

/** One at once, what became of it, and one button that mends what it showed. */
function Try() {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<TestOutcome | null>(null);
  const mending = useTurnOn();
  const send = async () => {
    setBusy(true);
    setOutcome(null);
    setOutcome(await sendTestPush());
    setBusy(false);
    await fetchProof();
  };
  const mend = async () => {
    if ((await mending.run()) === 'on') setOutcome(null);
  };
  const isFailed = outcome?.kind === 'failed';
  const isAmong = outcome?.kind === 'shown' && (proof.value?.proof.browsers ?? 0) > 1;
  const mended = !outcome && mending.outcome === 'on' ? words.test.mended : '';
  return (
    <>
      <div class="rem-said" role="status">
        {outcome ? words.test[isAmong ? 'among' : outcome.kind] : mended}
        {isFailed && ` ${whyOf(outcome.reason ?? null)}`}
      </div>
      <Trouble outcome={mending.outcome} />
      {isFailed ? (
        <Button wide busy={mending.busy} onClick={() => void mend()}>
          {words.here.broken.go}
        </Button>
      ) : (
        <Button kind="quiet" wide busy={busy} onClick={() => void send()}>
          {words.test.go}
        </Button>
      )}
      <Button kind="link" onClick={() => void turnOffPush()}>
        {words.turnOff}
      </Button>
    </>
  );
}

/** The practice's codes in words: her link had ended, nobody sent it, or the phone's service refused. */
function whyOf(reason: string | null): string {
  const { no_channel, gone, not_sent, other } = words.why;
  if (reason === 'no_channel') return no_channel;
  if (reason === 'gone' || reason === 'resubscribe') return gone;
  return /unreachable|not_sent|late/.test(reason ?? '') ? not_sent : other;
}
