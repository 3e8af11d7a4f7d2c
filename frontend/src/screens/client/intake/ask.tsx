import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import {
  answerOf,
  EMPTY,
  type Form,
  formOf,
  isComplete,
  isPress,
  kindOf,
  partsOf,
  placesOf,
  type Question,
} from '../../../domain/questions';
import type { Safety } from '../../../domain/safety';
import type { Policy } from '../../../domain/screening';
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
  onSaved: () => void;
}

/** One question, one part of it a screen. Saved when its last part is answered. */
export function Ask(props: AskProps) {
  const { policy, safety, question, onBack } = props;
  const before = safety.said[question.id];
  const again = isDue(safety, question.id);
  // Red flags are read anew each time; nothing about them is taken over from an earlier day.
  const anew = (again && question.id === RED_FLAGS) || (question.id === SINCE && painIsNew(safety));
  const known = before && !anew ? before : null;
  const [form, setForm] = useState<Form>(() => (known ? formOf(question, known.answer) : EMPTY));
  const [at, setAt] = useState(0);
  const [touched, setTouched] = useState(false);
  const { state, keep } = useKeep(props.onSaved);
  const pain = placesOf(formOf(props.pain, safety.said[PAIN]?.answer));
  const parts = partsOf(policy, question, form);
  const part = parts[Math.min(at, parts.length - 1)] ?? { kind: 'main' };
  const go = (said: Form) => {
    if (at < partsOf(policy, question, said).length - 1) setAt(at + 1);
    else void keep(() => keepAnswer(question, answerOf(question, said, pain)));
  };
  const change = (next: Form) => {
    setTouched(true);
    setForm(next);
  };
  const still = known && again && !touched && at === 0 ? known : null;
  const done = isComplete(policy, question, form, part, safety.today);
  const isLow = isPress(policy, question, part) || (part.kind === 'main' && kindOf(question) === 'many');
  const foot = (
    <Foot
      busy={state === 'saving'}
      done={done}
      onBack={() => (at > 0 ? setAt(at - 1) : onBack())}
      onSkip={at === 0 && !done ? props.onSkip : undefined}
      onStill={still && (() => void keep(() => keepAnswer(question, still.answer)))}
      onNext={isPress(policy, question, part) && !done ? null : () => go(form)}
    />
  );
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
      <form
        class={`stack intake-answer ${isLow ? 'intake-low' : ''}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (done) go(form);
        }}
      >
        <QuestionField
          policy={policy}
          question={question}
          form={form}
          part={part}
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

/** Saves, and says so where the phone could not. */
function useKeep(onSaved: () => void) {
  const [state, setState] = useState<'open' | 'saving' | 'unsaved'>('open');
  const keep = async (save: () => Promise<void>) => {
    setState('saving');
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
  /** Null where a press on the answer itself leads on. */
  onNext: (() => void) | null;
}

function Foot({ busy, done, onBack, onSkip, onStill, onNext }: FootProps) {
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
      <Button wide disabled={!done} busy={busy} onClick={onNext}>
        {words.next}
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
