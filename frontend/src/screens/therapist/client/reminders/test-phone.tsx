import { useEffect, useRef, useState } from 'preact/hooks';
import type { TestOutcome } from '../../../../domain/push-state';
import { testPhone } from '../../../../sync/desk/reminders';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button } from '../../../../ui';
import { TroubleNote } from '../../parts/trouble-note';

const words = () => desk.reminders.test;

export interface TestPhoneProps {
  id: string;
  /** A browser of hers takes pushes. */
  able: boolean;
  /** What to do on the phone stands above already. */
  said: boolean;
  onTold: () => Promise<unknown>;
}

/** One to her phone now, while both look at it. */
export function TestPhone({ id, able, said, onTold }: TestPhoneProps) {
  const sending = useAction();
  const [outcome, setOutcome] = useState<TestOutcome | null>(null);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const send = async () => {
    setOutcome(null);
    await sending.run(async () => setOutcome(await testPhone(id, () => here.current)));
    if (here.current) await onTold();
  };
  return (
    <>
      {able && (
        <Button kind="link" icon="phone" busy={sending.busy} onClick={() => void send()}>
          {words().send}
        </Button>
      )}
      {!able && !said && <p class="small soft reminders-test">{words().noPhone}</p>}
      <p role="status" class="small reminders-test">
        {sending.busy ? words().waiting : outcome && outcomeWords(outcome)}
      </p>
      <TroubleNote problem={sending.problem} />
    </>
  );
}

function outcomeWords({ kind, reason }: TestOutcome): string {
  if (kind === 'too-many') return words().tooMany;
  if (kind === 'shown' || kind === 'accepted') return words()[kind];
  return words().failed(desk.reminders.why(reason ?? ''));
}
