import { useState } from 'preact/hooks';
import type { Clearance } from '../../../../api/desk';
import { dueSafety } from '../../../../domain/desk/answers';
import { clear, withdrawClearance } from '../../../../sync/desk/client';
import type { ScreeningFile } from '../../../../sync/desk/screening';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button, Field } from '../../../../ui';
import { TroubleNote } from '../../parts/trouble-note';
import { instantWords } from '../../parts/when';

const words = () => desk.client.clearance;
/** As many unanswered questions as are read before somebody signs for them. */
const NAMED = 4;

export interface WordFormProps {
  id: string;
  /** Null while it is loading: what is unanswered is not known yet. */
  file: ScreeningFile | null;
  onChange: () => Promise<unknown>;
}

/** The therapist's word that she screened this client herself, and what is unanswered until now. */
export function WordForm({ id, file, onChange }: WordFormProps) {
  const [note, setNote] = useState('');
  const action = useAction();
  const confirm = async (event: Event) => {
    event.preventDefault();
    if (await action.run((named) => clear(id, note, named))) await onChange();
  };
  return (
    <form class="clearance stack" noValidate onSubmit={confirm}>
      {file && <Unanswered file={file} />}
      <TroubleNote problem={action.problem} />
      <Field
        label={words().note}
        name="clearance-note"
        hint={words().noteHint}
        value={note}
        onInput={setNote}
        maxlength={1000}
      />
      <div>
        <Button type="submit" busy={action.busy}>
          {words().confirm}
        </Button>
      </div>
    </form>
  );
}

function Unanswered({ file: { intake, policy, words: said } }: { file: ScreeningFile }) {
  const due = dueSafety(intake, policy);
  if (due.length === 0) return null;
  const texts = new Map(said.questions.map((question) => [question.id, question.text]));
  const rest = due.length - NAMED;
  return (
    <div class="stack-tight">
      <p>{desk.screening.word.about}</p>
      <ul class="word-list small">
        {due.slice(0, NAMED).map(({ question_id }) => (
          <li key={question_id}>{texts.get(question_id) ?? question_id}</li>
        ))}
        {rest > 0 && <li>{desk.screening.word.more(rest)}</li>}
      </ul>
    </div>
  );
}

export interface WordGivenProps {
  id: string;
  clearance: Clearance;
  zone: string;
  onChange: () => Promise<unknown>;
}

/** Who opened the program on her word, and the way back. */
export function WordGiven({ id, clearance, zone, onChange }: WordGivenProps) {
  const action = useAction();
  const withdraw = async () => {
    if (await action.run(() => withdrawClearance(id))) await onChange();
  };
  return (
    <div class="clearance-given">
      <span>{words().by(clearance.by, instantWords(clearance.at, zone))}</span>
      {clearance.note && <q class="soft">{clearance.note}</q>}
      <button type="button" class="text-button" onClick={() => void withdraw()}>
        {words().withdraw}
      </button>
      <TroubleNote problem={action.problem} />
    </div>
  );
}
