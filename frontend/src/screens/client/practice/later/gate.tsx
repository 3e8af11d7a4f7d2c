import { useEffect, useState } from 'preact/hooks';
import { voidLog } from '../../../../domain/client-logs';
import type { Start } from '../../../../domain/gate';
import type { CheckLog } from '../../../../domain/logs';
import type { Plan } from '../../../../domain/plan';
import type { Item, Swap } from '../../../../domain/program';
import { atLevelOne, withoutPressure } from '../../../../domain/softer-day';
import { deviceZone, newLogId, saveLog, unsent, view } from '../../../../store';
import { guide } from '../../../../text/guide';
import { player as words } from '../../../../text/player';
import { Banner, Button, Screen, showToast } from '../../../../ui';

type Swaps = Readonly<Record<string, Swap>>;

export interface GateProps {
  pain: number;
  start: Exclude<Start, 'as_planned'>;
  /** What tells the number. */
  log: CheckLog;
  items: readonly Item[];
  swaps: Swaps;
  /** Techniques that rest already. */
  resting: ReadonlySet<string>;
  planOf: (resting: ReadonlySet<string>, swaps: Swaps) => Plan;
  onStart: (plan: Plan) => void;
  onBack: () => void;
  /** The number was a slip, and is taken back. */
  onSlip: () => void;
}

/** Pain before that is strong, or more than usual: what today may be instead. */
export function Gate(props: GateProps) {
  return props.start === 'no_pressure' ? <NoPressure {...props} /> : <Softer {...props} />;
}

/** From 8 on nothing presses today, and the therapist is told, whether or not anything is practised. */
function NoPressure({ pain, log, items, resting, planOf, onStart, onSlip }: GateProps) {
  const softer = withoutPressure(items);
  const left = new Set([...resting, ...softer.left.map((item) => item.technique_id)]);
  const plan = planOf(left, softer.swaps);
  const some = plan.items.length > 0;
  const again = () => {
    const slip = voidLog(log.id, newLogId(), Date.now(), deviceZone());
    saveLog(slip).then(onSlip, () => showToast({ text: guide.breath.unsaved }));
  };
  return (
    <div class="player">
      <Screen
        title={guide.gate.strong(pain)}
        foot={
          <>
            {some && (
              <Button wide onClick={() => onStart(plan)}>
                {guide.gate.start}
              </Button>
            )}
            <Button kind="quiet" wide href="/today">
              {words.start.back}
            </Button>
          </>
        }
      >
        <p>{some ? guide.gate.strongWhy : guide.gate.nothing}</p>
        {some && <Names names={plan.items.map((item) => item.name)} />}
        <p>{guide.gate.help}</p>
        <Telling log={log} />
        <Button kind="link" onClick={again}>
          {guide.gate.again}
        </Button>
      </Screen>
    </div>
  );
}

/** Two above her usual: a suggestion, no more. */
function Softer({ pain, items, swaps, resting, planOf, onStart, onBack }: GateProps) {
  return (
    <div class="player">
      <Screen
        title={guide.gate.more(pain)}
        foot={
          <>
            <Button wide onClick={() => onStart(planOf(resting, atLevelOne(items, swaps)))}>
              {guide.gate.softer}
            </Button>
            <Button kind="quiet" wide onClick={() => onStart(planOf(resting, swaps))}>
              {guide.gate.planned}
            </Button>
          </>
        }
      >
        <p>{guide.gate.moreWhy}</p>
        <p>{guide.gate.help}</p>
        <Button kind="link" onClick={onBack}>
          {guide.gate.again}
        </Button>
      </Screen>
    </div>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul class="start-ready">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

/** The number is told at once, and the screen says truly where it is. */
function Telling({ log }: { log: CheckLog }) {
  const [state, setState] = useState<'saving' | 'saved' | 'unsaved'>('saving');
  const therapist = view.value?.me.therapist_name ?? '';
  useEffect(() => {
    saveLog(log).then(
      () => setState('saved'),
      () => setState('unsaved'),
    );
  }, []);
  if (state === 'unsaved') return <Banner tone="urgent">{guide.hurt.unsaved}</Banner>;
  return (
    <p class="soft" role="status">
      {state === 'saved' && (unsent.value === 0 ? guide.hurt.sent(therapist) : guide.hurt.notTold(therapist))}
    </p>
  );
}
