import type { Answered, AnswerTold } from '../../../../domain/desk/answers';
import type { ScreeningFile } from '../../../../sync/desk/screening';
import { desk } from '../../../../text/desk';
import { answerWords } from '../../../../ui/questions';
import { instantWords } from '../../parts/when';

const words = () => desk.screening.answers;

export interface AnswerProps {
  told: Answered;
  mark: 'new' | 'changed' | null;
  file: ScreeningFile;
  zone: string;
}

/** One question with its newest answer: by whom, when, on which version of the questions; the earlier ones folded. */
export function Answer({ told, mark, file, zone }: AnswerProps) {
  const question = file.words.questions.find(({ id }) => id === told.question_id);
  const said = ({ answer }: AnswerTold) =>
    question ? answerWords(question, answer) : JSON.stringify(answer);
  return (
    <li>
      <p class="small soft">{question?.text ?? told.question_id}</p>
      <p>
        <strong>{said(told)}</strong> {mark && <span class="badge badge-new">{words().mark[mark]}</span>}
      </p>
      <p class="small soft figures">{byWords(told, zone)}</p>
      {told.earlier.length > 0 && (
        <details>
          <summary class="small">{words().earlier(told.earlier.length)}</summary>
          <ul>
            {told.earlier.map((one) => (
              <li key={one.at} class="small">
                {said(one)} <span class="soft figures">· {byWords(one, zone)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function byWords({ by, at, version }: AnswerTold, zone: string): string {
  const who = by === null ? words().byClient : words().byTherapist(by.name);
  return words().told(who, instantWords(at, zone), version);
}
