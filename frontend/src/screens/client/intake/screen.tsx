import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ScreeningWords } from '../../../content/screening-words';
import type { Safety } from '../../../domain/safety';
import type { Policy } from '../../../domain/screening';
import { profile, view } from '../../../store';
import { loadScreeningWords } from '../../../store/content';
import { policy, safety, unchecked } from '../../../store/screening';
import { intake as words } from '../../../text/intake';
import { Button, Screen } from '../../../ui';
import { Answers } from './answers';
import { Ask } from './ask';
import { Done } from './done';
import { PAIN, painIsNew, type Round, restRound, STRENGTH, safetyRound } from './round';
import './screen.css';

/** The page comes with its questions, which are data. */
export async function loadIntake(): Promise<ComponentType> {
  const said = await loadScreeningWords();
  return () => <Intake said={said} />;
}

function Intake({ said }: { said: ScreeningWords }) {
  const { route } = useLocation();
  const known = safety.value;
  const rules = policy.value;
  // Whoever is signed out, or has nothing from her practice or no rules yet, and whoever needs help first.
  const lost = !view.value || unchecked.value || (known && known.red.length > 0);
  const away = profile.value ? lost && '/today' : '/';
  useEffect(() => {
    if (away) route(away, true);
  }, [away]);
  if (away || !known || !rules) return <Screen title={words.intro}>{null}</Screen>;
  return <Pages said={said} policy={rules} safety={known} />;
}

interface PagesProps {
  said: ScreeningWords;
  policy: Policy;
  safety: Safety;
}

/** One question alone, the walk through what is due, and what comes after it. */
function Pages(props: PagesProps) {
  const { policy: rules, safety: known } = props;
  const { query, route } = useLocation();
  const { open } = known.asking;
  const [walked, setWalked] = useState(false);
  const [more, setMore] = useState(false);
  // An answer counts before it is on disk; where the disk refuses it, its question stays.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!open) setWalked(true);
  }, [open]);
  if (query.q) return <Change key={query.q} {...props} id={query.q} />;
  if (!open || held)
    return <Walk key="safety" {...props} round={safetyRound(rules, known)} onHold={setHeld} />;
  const rest = restRound(rules, known);
  if (more) return <Walk key="rest" {...props} round={rest} onEnd={() => route('/today')} />;
  const left = { more: rest.open.length > 0, onMore: () => setMore(true) };
  return walked ? <Done said={props.said} safety={known} {...left} /> : <Answers {...props} {...left} />;
}

/** One answer, out of the list of them. */
function Change(props: PagesProps & { id: string }) {
  const { route } = useLocation();
  const back = () => route('/intake', true);
  const onSaved = () => (painChanged(props.id) ? route(`/intake?q=${STRENGTH}`, true) : back());
  return <One {...props} eyebrow={words.answers} onBack={back} onSaved={onSaved} />;
}

/** What belongs to a pain that is new is asked next. */
function painChanged(id: string): boolean {
  return id === PAIN && safety.value !== null && painIsNew(safety.value);
}

interface WalkProps extends PagesProps {
  round: Round;
  /** Nothing is left that was not answered or skipped. */
  onEnd?: () => void;
  /** Whether an answer is still on its way to the disk. */
  onHold?: (held: boolean) => void;
}

function Walk({ round, onEnd, onHold, ...props }: WalkProps) {
  const { route } = useLocation();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [back, setBack] = useState<string | null>(null);
  const next = round.open.find((id) => !skipped.includes(id));
  const id = back ?? next;
  useEffect(() => {
    if (!id) onEnd?.();
  }, [id]);
  if (!id) return null;
  const at = round.ids.indexOf(id);
  const before = round.ids[at - 1];
  const skip = () => {
    setSkipped([...skipped, id]);
    setBack(null);
  };
  const mayWait = !props.policy.intake.find((question) => question.id === id)?.safety;
  return (
    <One
      key={id}
      {...props}
      id={id}
      eyebrow={words.step(at + 1, round.ids.length)}
      share={at / round.ids.length}
      onBack={() => (before ? setBack(before) : route('/today'))}
      onSkip={mayWait ? skip : undefined}
      onTold={() => {
        setBack(id);
        onHold?.(true);
      }}
      onSaved={() => {
        setBack(painChanged(id) ? STRENGTH : null);
        onHold?.(false);
      }}
    />
  );
}

interface OneProps extends PagesProps {
  id: string;
  eyebrow: string;
  share?: number;
  onBack: () => void;
  onSkip?: (() => void) | undefined;
  onTold?: () => void;
  onSaved: () => void;
}

function One({ said, id, ...props }: OneProps) {
  const find = (wanted: string) => said.questions.find((one) => one.id === wanted);
  const [question, pain] = [find(id), find(PAIN)];
  if (!question || !pain) return null;
  return (
    <Ask
      {...props}
      question={question}
      pain={pain}
      fracture={said.red_flags.rf_fracture?.ask ?? ''}
      leave={
        props.share !== undefined && (
          <Button kind="link" href="/today">
            {words.later}
          </Button>
        )
      }
    />
  );
}
