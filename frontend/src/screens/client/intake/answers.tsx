import type { ScreeningWords } from '../../../content/screening-words';
import type { Safety } from '../../../domain/safety';
import type { Policy, Said } from '../../../domain/screening';
import { view } from '../../../store';
import { intake as words } from '../../../text/intake';
import { Button, Screen } from '../../../ui';
import { answerWords } from '../../../ui/questions';
import { longDay } from '../parts/dates';
import { SaveState } from '../parts/save-state';
import { RED_FLAGS } from './round';

interface AnswersProps {
  policy: Policy;
  said: ScreeningWords;
  safety: Safety;
  more: boolean;
  onMore: () => void;
}

/** What was told, by whom and when; each can be told anew. */
export function Answers({ policy, said, safety, more, onMore }: AnswersProps) {
  const isSafety = new Map(policy.intake.map((one) => [one.id, one.safety]));
  const shown = said.questions.filter(({ id, show_if }) => safety.said[id] || !show_if);
  const health = shown.findIndex(({ id }) => id === RED_FLAGS);
  const rest = shown.findLastIndex(({ id }) => isSafety.get(id)) + 1;
  const groups = [shown.slice(0, health), shown.slice(health, rest), shown.slice(rest)];
  return (
    <Screen
      title={words.answers}
      eyebrow={
        <Button kind="link" icon="back" href="/me">
          {words.back}
        </Button>
      }
      aside={<SaveState />}
    >
      <p class="soft">{words.answersText}</p>
      {more && (
        <Button kind="quiet" onClick={onMore}>
          {words.more}
        </Button>
      )}
      {groups.map((questions, at) => (
        <section key={words.groups[at]}>
          <h2>{words.groups[at]}</h2>
          <ul class="intake-answers">
            {questions.map((question) => (
              <li key={question.id}>
                <h3>{question.text}</h3>
                <Told question={question} said={safety.said[question.id]} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  );
}

function Told({ question, said }: { question: ScreeningWords['questions'][number]; said: Said | undefined }) {
  const change = said ? words.changeOf : words.answerOf;
  return (
    <div class="intake-told">
      <div>
        <p>{said ? answerWords(question, said.answer) : words.unanswered}</p>
        {said && <p class="small soft">{byWhom(question.id, said)}</p>}
      </div>
      <Button kind="link" href={`/intake?q=${question.id}`} label={change(question.text)}>
        {said ? words.change : words.answer}
      </Button>
    </div>
  );
}

function byWhom(id: string, { on, at }: Said): string {
  const seen = view.value;
  const stored = seen?.answers?.find((one) => one.question_id === id && Date.parse(one.at) === at);
  const day = longDay(on);
  return seen && stored?.by_therapist ? words.inRoom(seen.me.therapist_name, day) : words.byYou(day);
}
