import { useState } from 'preact/hooks';
import type { QuestionWords, ScreeningWords } from '../../../../content/screening-words';
import { checkLog, flagLog, signsIn } from '../../../../domain/daily';
import type { CheckLog } from '../../../../domain/logs';
import { answerOf, EMPTY, type Form, isComplete, partsOf } from '../../../../domain/questions';
import { validSessions } from '../../../../domain/today';
import { deviceZone, logs, newLogId, todayDate } from '../../../../store';
import { policy, tell } from '../../../../store/screening';
import { player } from '../../../../text/player';
import { safety as words } from '../../../../text/safety';
import { Banner, Button, Screen } from '../../../../ui';
import { Options, QuestionField } from '../../../../ui/questions';

const NEWS = 'd1';
const DULLED = 'd2';
const REACTION = 'd4';
const NOTHING_NEW = 'nothing new';
const WARNING = 'something on the warning list';

interface DifferentProps {
  said: ScreeningWords;
  pain: number | null;
  onTold: (log: CheckLog) => void;
  onBack: () => void;
}

type Forms = Readonly<Record<string, Form>>;

/** What is different today. All of it is one answer, kept before anything begins. */
export function Different({ said, pain, onTold, onBack }: DifferentProps) {
  const [forms, setForms] = useState<Forms>({});
  const [signs, setSigns] = useState<readonly string[]>([]);
  const [state, setState] = useState<'open' | 'busy' | 'wrong' | 'unkept'>('open');
  const rules = policy.value;
  const asked = said.daily_check.filter(({ id }) => id === NEWS || id === DULLED || isReaction(id));
  const isWarning = forms[NEWS]?.chosen.includes(WARNING) ?? false;
  const change = (id: string, form: Form) => {
    setForms({ ...forms, [id]: form });
    setState('open');
  };
  const toggle = (id: string) =>
    setSigns(signs.includes(id) ? signs.filter((one) => one !== id) : [...signs, id]);
  const send = async () => {
    if (!rules) return;
    const right = asked.every((question) => {
      const form = forms[question.id] ?? EMPTY;
      return partsOf(rules, question, form).every(
        (part) => part.kind === 'main' || isComplete(rules, question, form, part, todayDate()),
      );
    });
    if (!right) return setState('wrong');
    setState('busy');
    const [check, ...flags] = toldLogs(asked, forms, isWarning ? signs : [], pain);
    try {
      await tell([check, ...flags]);
      onTold(check);
    } catch {
      setState('unkept');
    }
  };
  if (!rules) return null;
  return (
    <div class="player">
      <Screen
        title={words.different}
        foot={
          <>
            <Button
              wide
              kind={isWarning ? 'danger' : 'primary'}
              busy={state === 'busy'}
              onClick={() => void send()}
            >
              {isWarning ? words.tellRed : words.tell}
            </Button>
            <Button kind="quiet" wide onClick={onBack}>
              {words.back}
            </Button>
          </>
        }
      >
        <p class="soft">{words.differentText}</p>
        {asked.map((question) => (
          <section key={question.id} class="stack">
            <h2>{question.text}</h2>
            <QuestionField
              policy={rules}
              question={question}
              form={forms[question.id] ?? EMPTY}
              onChange={(form) => change(question.id, form)}
              today={todayDate()}
            />
            {question.id === NEWS && isWarning && (
              <>
                <h3>{words.whichSign}</h3>
                <p class="soft small">{words.whichHint}</p>
                <Options
                  label={words.whichSign}
                  options={signOptions(said)}
                  chosen={signs}
                  many
                  onPick={toggle}
                />
              </>
            )}
          </section>
        ))}
        {state === 'wrong' && <Banner tone="warn">{words.dayWrong}</Banner>}
        {state === 'unkept' && <Banner tone="urgent">{player.start.unsaved}</Banner>}
      </Screen>
    </div>
  );
}

/** The question about the last reaction needs a practice before it. */
function isReaction(id: string): boolean {
  return id === REACTION && validSessions(logs.value).length > 0;
}

function signOptions(said: ScreeningWords): { id: string; label: string }[] {
  return Object.entries(said.red_flags).map(([id, { ask }]) => ({ id, label: ask }));
}

/** One log of the answers, and one for each warning sign that has a name; a sign without one stays in the answer. */
function toldLogs(
  asked: readonly QuestionWords[],
  forms: Forms,
  signs: readonly string[],
  pain: number | null,
): [CheckLog, ...ReturnType<typeof flagLog>[]] {
  const now = () => ({ id: newLogId(), at_ms: Date.now(), zone: deviceZone() });
  const answers: Record<string, unknown> = {};
  for (const question of asked) {
    const form = forms[question.id];
    if (!form || form.chosen.length === 0) continue;
    const chosen = signs.length > 0 ? form.chosen.filter((id) => id !== WARNING) : form.chosen;
    answers[question.id] = answerOf(question, { ...form, chosen });
  }
  answers[NEWS] ??= [NOTHING_NEW];
  const check = checkLog(answers, pain, now());
  const flags = new Set([...signs, ...signsIn(answers[NEWS])]);
  return [check, ...[...flags].map((flag) => flagLog(flag, check.id, now()))];
}
