import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { goalsOf, measuresDue, type Step, stepsOf } from '../../../domain/measures-phone';
import type { Goal } from '../../../domain/questions';
import { therapistOf } from '../../../domain/today';
import { logs, profile, todayDate, view } from '../../../store';
import { halfTold } from '../../../store/measures';
import { measures as words } from '../../../text/measures';
import { Banner, Button, PainScale, Screen } from '../../../ui';
import { Goals } from '../../../ui/questions/goals';
import { useNotNow } from '../parts/later/measures-row';
import { ChangeScale } from './change-scale';
import './screen.css';
import { useWalk, type Walk } from './use-walk';

/** A few questions, one at a time. What is due when the page opens is what is asked. */
export function Measures() {
  const { route } = useLocation();
  const known = view.value;
  useEffect(() => {
    if (!profile.value) route('/', true);
  }, [profile.value]);
  const [steps] = useState(() =>
    known ? stepsOf(measuresDue(known, logs.value, todayDate()), goalsOf(known, logs.value)) : [],
  );
  const [half, setHalf] = useState<Record<string, number> | null>(null);
  useEffect(() => void halfTold().then(setHalf), []);
  if (!profile.value || half === null) return null;
  return steps.length === 0 ? (
    <End title={words.none} text={words.noneText} />
  ) : (
    <Asking {...{ steps, half }} />
  );
}

interface AskingProps {
  steps: readonly Step[];
  half: Readonly<Record<string, number>>;
}

function Asking({ steps, half }: AskingProps) {
  const { route } = useLocation();
  const walk = useWalk(steps, half);
  const notNow = useNotNow();
  const step = steps[walk.at];
  const who = view.value ? therapistOf(view.value.me) : '';
  const putOff = async () => {
    if (await notNow()) route('/today');
  };
  useEffect(() => {
    // What she left out is not asked again tomorrow.
    if (!step && walk.skipped) void notNow();
  }, [step]);
  if (!step) return <End title={words.done} text={words.doneText(who)} />;
  return (
    <Screen
      key={walk.at}
      class="measures"
      title={titleOf(step)}
      eyebrow={words.step(walk.at + 1, steps.length)}
      aside={
        <Button kind="link" onClick={() => void putOff()}>
          {words.notNow}
        </Button>
      }
      foot={<Foot step={step} walk={walk} onLeave={() => route('/today')} />}
    >
      <div class="measures-way" aria-hidden="true">
        <div style={{ inlineSize: `${(100 * walk.at) / steps.length}%` }} />
      </div>
      {walk.state === 'unsaved' && (
        <Banner tone="urgent" title={words.unsaved}>
          {words.unsavedHint}
        </Banner>
      )}
      <Question step={step} walk={walk} />
    </Screen>
  );
}

function Question({ step, walk: { told, tell } }: { step: Step; walk: Walk }) {
  if (step.kind === 'name')
    return (
      <>
        <p class="soft">{words.nameHint}</p>
        <Goals goals={told.named} onChange={(named) => tell({ named })} />
      </>
    );
  if (step.kind === 'change')
    return (
      <>
        <p class="soft">{words.changeHint}</p>
        <div class="measures-low">
          <ChangeScale label={words.change} value={told.change} onChange={(change) => tell({ change })} />
        </div>
      </>
    );
  const { goal } = step;
  const value = goal === undefined ? told.pain : (told.goals[goal] ?? null);
  return (
    <>
      {goal !== undefined && <p class="measures-goal">{goal}</p>}
      <div class="measures-low">
        <PainScale
          label={goal ?? words.pain}
          ends={goal === undefined ? undefined : words.goalEnds}
          value={value}
          onChange={(score) =>
            tell(goal === undefined ? { pain: score } : { goals: { ...told.goals, [goal]: score } })
          }
        />
      </div>
    </>
  );
}

function Foot({ step, walk, onLeave }: { step: Step; walk: Walk; onLeave: () => void }) {
  const done = isDone(step, walk);
  const mayLeaveOut = step.kind === 'name' && !done;
  return (
    <div class="measures-foot">
      <Button
        kind="quiet"
        icon="back"
        label={words.back}
        onClick={() => (walk.at > 0 ? walk.back() : onLeave())}
      >
        {''}
      </Button>
      {mayLeaveOut ? (
        <Button wide kind="quiet" onClick={walk.skip}>
          {words.skip}
        </Button>
      ) : (
        <Button wide disabled={!done} busy={walk.state === 'saving'} onClick={() => void walk.next()}>
          {words.next}
        </Button>
      )}
    </div>
  );
}

function End({ title, text }: { title: string; text: string }) {
  return (
    <Screen
      title={title}
      foot={
        <Button wide href="/today">
          {words.toToday}
        </Button>
      }
    >
      <p>{text}</p>
    </Screen>
  );
}

function isDone(step: Step, { told }: Walk): boolean {
  if (step.kind === 'pain') return told.pain !== null;
  if (step.kind === 'change') return told.change !== null;
  if (step.kind === 'goal') return Object.hasOwn(told.goals, step.goal);
  return told.named.length > 0 && told.named.every(isWhole);
}

function isWhole({ activity, score }: Goal): boolean {
  return activity.trim() !== '' && score !== null;
}

function titleOf({ kind }: Step): string {
  return words[kind];
}
