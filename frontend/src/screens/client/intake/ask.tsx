import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import {
  answerOf,
  EMPTY,
  entryOf,
  type Form,
  formOf,
  isComplete,
  isPress,
  kindOf,
  type Part,
  partsOf,
  placesOf,
  type Question,
} from '../../../domain/questions';
import type { Safety } from '../../../domain/safety';
import type { Policy, Said } from '../../../domain/screening';
import { NotSaved } from '../../../store';
import { intake as words } from '../../../text/intake';
import { Banner, Button, Screen } from '../../../ui';
import { answerWords, partTitle, QuestionField } from '../../../ui/questions';
import { keepAnswer, keepRedFlag } from './keep';
import { isDue, PAIN, painIsNew, RED_FLAGS, SINCE } from './round';

/** After a fall: bone pain, or a leg that does not carry. */
const FALL = 'q07';
const FRACTURE = 'rf_fracture';

export interface AskProps {
  policy: Policy;
  safety: Safety;
  question: Question;
  /** The question about where it hurts, whose places a later one means. */
  pain: Question;
  fracture: string;
  eyebrow: string;
  /** How far it is, from 0 to 1; nothing where it is one question alone. */
  share?: number;
  leave: ComponentChildren;
  onBack: () => void;
  onSkip?: (() => void) | undefined;
  /** It counts from now on, and is on its way to the disk. */
  onTold?: (() => void) | undefined;
  onSaved: () => void;
}

/** One question, one part of it a screen. Saved when its last part is answered. */
export function Ask(props: AskProps) {
  const { policy, safety, question } = props;
  const { form, at, part, still, state, change, go, back, keep } = useAnswer(props);
  const done = isComplete(policy, question, form, part, safety.today);
  const isLow = isPress(policy, question, part) || (part.kind === 'main' && kindOf(question) === 'many');
  const foot = (
    <Foot
      busy={state === 'saving'}
      done={done}
      onBack={back}
      onSkip={at === 0 && !done ? props.onSkip : undefined}
      onStill={still && (() => void keep(() => keepAnswer(question, still.answer)))}
      isPlaceless={isPlaceless(form, part)}
      onNext={isPress(policy, question, part) && !done ? null : () => go(form)}
    />
  );
  const submit = (event: Event) => {
    event.preventDefault();
    if (done) go(form);
  };
  return (
    <Screen
      key={at}
      class="intake"
      title={partTitle(question, part)}
      eyebrow={props.eyebrow}
      aside={props.leave}
      foot={foot}
    >
      {props.share !== undefined && <Way share={props.share} />}
      {state === 'unsaved' && (
        <Banner tone="urgent" title={words.unsaved}>
          {words.unsavedHint}
        </Banner>
      )}
      {question.id === RED_FLAGS && <p class="soft">{words.readAll}</p>}
      {still && <p class="soft">{words.was(answerWords(question, still.answer))}</p>}
      <form class={`stack intake-answer ${isLow ? 'intake-low' : ''}`} noValidate onSubmit={submit}>
        <QuestionField
          {...{ policy, question, form, part }}
          today={safety.today}
          onChange={change}
          onDone={go}
        />
      </form>
      {question.id === FALL && part.kind === 'detail' && (
        <AfterFall sign={props.fracture} onYes={() => void keep(() => keepRedFlag(FRACTURE))} />
      )}
    </Screen>
  );
}

/** The answer on its way, part by part. */
function useAnswer({ policy, safety, question, pain, onBack, onTold, onSaved }: AskProps) {
  const known = lastSaid(safety, question);
  const [form, setForm] = useState<Form>(() => (known ? formOf(question, known.answer) : EMPTY));
  const [at, setAt] = useState(0);
  const [touched, setTouched] = useState(false);
  const { state, keep } = useKeep(onTold, onSaved);
  const sites = placesOf(formOf(pain, safety.said[PAIN]?.answer));
  const parts = partsOf(policy, question, form);
  const part: Part = parts[Math.min(at, parts.length - 1)] ?? { kind: 'main' };
  const go = (said: Form) => {
    if (at < partsOf(policy, question, said).length - 1) setAt(at + 1);
    else void keep(() => keepAnswer(question, answerOf(question, said, sites)));
  };
  const change = (next: Form) => {
    setTouched(true);
    setForm(next);
  };
  const back = () => (at > 0 ? setAt(at - 1) : onBack());
  // What was said on an earlier day, or before news came, is so still: one tap.
  const still = known && isDue(safety, question.id) && !touched && at === 0 ? known : null;
  return { form, at, part, still, state, change, go, back, keep };
}

/** What she begins with. Red flags that are asked again are read anew; a pain that is new has no length yet. */
function lastSaid(safety: Safety, { id }: Question): Said | null {
  const anew = (id === RED_FLAGS && isDue(safety, id)) || (id === SINCE && painIsNew(safety));
  return anew ? null : (safety.said[id] ?? null);
}

function isPlaceless(form: Form, part: Part): boolean {
  return part.kind === 'detail' && part.place && !part.text && entryOf(form, part.of).sites.length === 0;
}

/** Saves, and says so where the phone could not. */
function useKeep(onTold: (() => void) | undefined, onSaved: () => void) {
  const [state, setState] = useState<'open' | 'saving' | 'unsaved'>('open');
  const keep = async (save: () => Promise<void>) => {
    setState('saving');
    onTold?.();
    try {
      await save();
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      setState('unsaved');
      return;
    }
    onSaved();
  };
  return { state, keep };
}

interface FootProps {
  busy: boolean;
  done: boolean;
  onBack: () => void;
  onSkip: (() => void) | undefined;
  /** What was said on an earlier day is so still. */
  onStill: (() => void) | null;
  /** A place is asked for, and none is marked: going on without one is said as such. */
  isPlaceless: boolean;
  /** Null where a press on the answer itself leads on. */
  onNext: (() => void) | null;
}

function Foot({ busy, done, onBack, onSkip, onStill, isPlaceless, onNext }: FootProps) {
  const wide = onStill ? (
    <Button wide busy={busy} onClick={onStill}>
      {words.still}
    </Button>
  ) : onSkip ? (
    <Button wide kind="quiet" onClick={onSkip}>
      {words.skip}
    </Button>
  ) : (
    onNext && (
      <Button wide kind={isPlaceless ? 'quiet' : 'primary'} disabled={!done} busy={busy} onClick={onNext}>
        {isPlaceless ? words.placeless : words.next}
      </Button>
    )
  );
  return (
    <div class="intake-foot">
      <Button kind="quiet" icon="back" label={words.back} onClick={onBack}>
        {''}
      </Button>
      {wide}
    </div>
  );
}

function Way({ share }: { share: number }) {
  return (
    <div class="intake-way" aria-hidden="true">
      <div style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}

/** A broken bone after a fall is a red flag, whichever question brings it up. */
function AfterFall({ sign, onYes }: { sign: string; onYes: () => void }) {
  return (
    <Banner
      tone="warn"
      icon="warning"
      title={words.fracture}
      action={
        <Button kind="danger" onClick={onYes}>
          {words.fractureYes}
        </Button>
      }
    >
      <p>{sign}</p>
    </Banner>
  );
}
