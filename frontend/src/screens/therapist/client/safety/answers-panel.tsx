import { useState } from 'preact/hooks';
import {
  type Answered,
  dueSafety,
  goals,
  lastVisit,
  newSince,
  ownTools,
  TOOLS,
} from '../../../../domain/desk/answers';
import { redStanding } from '../../../../domain/desk/flags';
import { roomDrafts } from '../../../../store/desk';
import type { ClientFile } from '../../../../sync/desk/client';
import type { ScreeningFile } from '../../../../sync/desk/screening';
import { desk } from '../../../../text/desk';
import { Banner, Button, Dialog, Icon } from '../../../../ui';
import { Section } from '../../parts/page';
import { instantWords } from '../../parts/when';
import { Answer } from './answer';
import { WordForm, WordGiven } from './word';

const words = () => desk.screening.answers;

export interface AnswersPanelProps {
  file: ScreeningFile;
  client: ClientFile;
  onChange: () => Promise<unknown>;
}

/** Whether the program is open and what is still to be asked; what is new, her goals and tools; then every answer. */
export function AnswersPanel({ file, client, onChange }: AnswersPanelProps) {
  const { intake } = file;
  const { card, program } = client;
  const visit = lastVisit(intake, [...program.versions.map((one) => one.created_at), ...clearedAt(client)]);
  const fresh = intake.answers.filter((told) => newSince(told, visit) !== null);
  const row = (told: Answered) => (
    <Answer
      key={told.question_id}
      told={told}
      mark={newSince(told, visit)}
      file={file}
      zone={card.timezone}
    />
  );
  return (
    <Section title={words().title} class="answers-panel">
      <Gate file={file} client={client} onChange={onChange} />
      {fresh.length > 0 && visit !== null && (
        <div>
          <h3>{words().fresh(instantWords(visit, card.timezone))}</h3>
          <ul class="answer-list">{fresh.map(row)}</ul>
        </div>
      )}
      <Facts file={file} />
      {intake.answers.length === 0 && <p class="soft">{words().none}</p>}
      {intake.answers.length > 0 && (
        <details>
          <summary>{words().all(intake.answers.length)}</summary>
          <ul class="answer-list">{intake.answers.map(row)}</ul>
        </details>
      )}
    </Section>
  );
}

function clearedAt({ program }: ClientFile): string[] {
  return program.clearance ? [program.clearance.at] : [];
}

function Gate({ file, client, onChange }: AnswersPanelProps) {
  const [giving, setGiving] = useState(false);
  const { intake, policy, sheet } = file;
  const { card, program } = client;
  const closing = dueSafety(intake, policy).length;
  const filled = Object.keys(roomDrafts.value[card.id] ?? {}).length;
  const asking = (
    <Button kind={intake.open ? 'quiet' : 'primary'} href={`/desk/clients/${card.id}/intake`}>
      {askWords(filled, intake.due.length)}
    </Button>
  );
  const given = async () => {
    await onChange();
    setGiving(false);
  };
  return (
    <div class="stack" id="safety-answers">
      <GateState open={intake.open} closing={closing} red={redStanding(sheet).length > 0} />
      {program.clearance && (
        <WordGiven id={card.id} clearance={program.clearance} zone={card.timezone} onChange={onChange} />
      )}
      <DueList file={file} />
      <div class="row">
        {asking}
        {!intake.open && (
          <Button kind="link" onClick={() => setGiving(true)}>
            {desk.screening.word.open}
          </Button>
        )}
      </div>
      <Dialog title={desk.screening.word.open} open={giving} onClose={() => setGiving(false)}>
        <WordForm id={card.id} file={file} onChange={given} />
      </Dialog>
    </div>
  );
}

/** Whether she can practise: no answer opens what a red flag has paused. */
function GateState({ open, closing, red }: { open: boolean; closing: number; red: boolean }) {
  if (open && !red) {
    return (
      <p class="gate-open">
        <Icon name="check" size={1.125} /> {words().open}
      </p>
    );
  }
  return (
    <Banner tone="warn" icon="lock">
      <p>{open ? words().paused : words().closed(closing)}</p>
    </Banner>
  );
}

/** What she began to ask waits for her. */
function askWords(filled: number, due: number): string {
  if (filled > 0) return words().goOn(filled);
  return due > 0 ? words().ask : words().again;
}

/** The due questions by name with why; folded, because a new client has all of them. */
function DueList({ file: { intake, words: said } }: { file: ScreeningFile }) {
  if (intake.due.length === 0) return null;
  const texts = new Map(said.questions.map((question) => [question.id, question.text]));
  return (
    <details open={intake.due.length <= 3}>
      <summary>{words().due(intake.due.length)}</summary>
      <ul class="answer-list small">
        {intake.due.map(({ question_id, why }) => (
          <li key={question_id}>
            {texts.get(question_id) ?? question_id} <span class="soft">· {words().why[why]}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the program is for, and what she has to do it with. */
function Facts({ file: { intake, words: said } }: { file: ScreeningFile }) {
  const wishes = goals(intake);
  const tools = ownTools(intake);
  if (wishes.length === 0 && tools === null) return null;
  const options = said.questions.find(({ id }) => id === TOOLS)?.options ?? [];
  const names = tools?.map((id) => options.find((option) => option.id === id)?.label ?? id);
  return (
    <dl class="answer-facts">
      {wishes.length > 0 && (
        <>
          <dt>{words().goals}</dt>
          {wishes.map(({ activity, scores }) => (
            <dd key={activity} class="figures">
              {words().goal(activity, scores.map(({ score }) => score).join(' → '))}
            </dd>
          ))}
        </>
      )}
      {names && (
        <>
          <dt>{words().tools}</dt>
          <dd>{names.join(', ') || words().noTools}</dd>
        </>
      )}
    </dl>
  );
}
