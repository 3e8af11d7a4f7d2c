import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Refused } from '../../../../api/desk-call';
import type { Intake } from '../../../../domain/desk/answers';
import {
  type Draft,
  isWhole,
  type RoomPart,
  refusals,
  roomSections,
  withForm,
  withNo,
} from '../../../../domain/desk/room';
import { answerOf, type Form, formOf, placesOf, type Question } from '../../../../domain/questions';
import { keepRoomDraft, roomDrafts, rowOf } from '../../../../store/desk';
import { type ScreeningFile, saveAnswers } from '../../../../sync/desk/screening';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { showToast } from '../../../../ui';

type Asked = ScreeningFile['words']['questions'][number];

export interface Room {
  sections: RoomPart<Asked>[];
  draft: Draft;
  errors: Readonly<Record<string, string>>;
  problem: Refused | null;
  busy: boolean;
  /** The last thing that happened, in words. */
  said: string;
  shown: number;
  filled: number;
  fill: (id: string, form: Form) => void;
  noToRest: (part: RoomPart<Asked>) => void;
  save: () => Promise<void>;
}

const words = () => desk.screening.room;
/** Where it hurts: what began with an injury lies there. */
const PAIN = 'q02';

/** What is filled in, and its saving: whole answers go, the others stay with a word of what lacks. */
export function useRoom(
  id: string,
  file: ScreeningFile,
  all: boolean,
  onIntake: (intake: Intake) => void,
): Room {
  const { intake, words: said } = file;
  const draft = roomDrafts.value[id] ?? {};
  const sections = roomSections(said.questions, intake, draft, all);
  const questions = sections.flatMap((part) => part.questions.map(({ question }) => question));
  const filled = questions.filter((question) => question.id in draft);
  const marks = useMarks(questions);
  const { save, action } = useSaving(id, file, filled, marks.set, onIntake);
  const fill = (question: string, form: Form) => {
    keepRoomDraft(id, withForm(draft, question, form));
    marks.mended(question);
  };
  const noToRest = (part: RoomPart<Asked>) => {
    const asked = part.questions.map(({ question }) => question);
    const next = withNo(draft, asked);
    keepRoomDraft(id, next);
    marks.say(words().noSaid(Object.keys(next).length - Object.keys(draft).length));
  };
  const { errors, news } = marks;
  const { problem, busy } = action;
  const counts = { shown: questions.length, filled: filled.length };
  return { sections, draft, errors, problem, busy, said: news, ...counts, fill, noToRest, save };
}

type Marked = Readonly<Record<string, string>>;
type Mark = (errors: Marked, text: string) => void;

/** What stands at the questions, and the last thing that happened. */
function useMarks(questions: readonly Asked[]) {
  const [errors, setErrors] = useState<Marked>({});
  const [news, setNews] = useState('');
  const set: Mark = (found, text) => {
    setErrors(found);
    setNews(text);
    const first = questions.find((question) => question.id in found);
    if (first) document.getElementById(`room-${first.id}`)?.focus();
  };
  const mended = (question: string) => {
    setErrors(({ [question]: _mended, ...others }) => others);
    setNews('');
  };
  return { errors, news, set, say: setNews, mended };
}

function useSaving(
  id: string,
  { intake, policy }: ScreeningFile,
  filled: readonly Asked[],
  mark: Mark,
  onIntake: (intake: Intake) => void,
) {
  const { route } = useLocation();
  const action = useAction();
  const draft = roomDrafts.value[id] ?? {};
  const done = (next: Intake, count: number, marks: Marked) => {
    onIntake(next);
    const kept = Object.entries(draft).filter(([question]) => question in marks);
    keepRoomDraft(id, Object.fromEntries(kept));
    const urgent = (rowOf(id)?.red_flag ?? null) !== null;
    if (!urgent && (next.due.length > 0 || kept.length > 0)) {
      mark(marks, words().savedRest(count, next.due.length));
      return;
    }
    // With a red flag the next steps come first; what is not whole yet waits in the draft.
    showToast({ text: words().saved(count) });
    route(`/desk/clients/${id}`);
  };
  const save = async () => {
    const whole = filled.filter((one) => isWhole(policy, one, draft[one.id] as Form, intake.today));
    const unfinished = filled.filter((one) => !whole.includes(one));
    const marks = Object.fromEntries(unfinished.map((one) => [one.id, words().unfinished]));
    if (whole.length === 0) return mark(marks, filled.length === 0 ? words().nothingYet : words().refused);
    await action.run(async (named) => {
      try {
        done(await saveAnswers(id, answersOf(whole, draft, intake), named), whole.length, marks);
      } catch (error) {
        // Nothing was saved: each mark stands at its question, and the note at the foot says the rest.
        if (error instanceof Refused) mark({ ...marks, ...refusals(error.fields) }, '');
        throw error;
      }
    });
  };
  return { save, action };
}

function answersOf(
  questions: readonly Question[],
  draft: Draft,
  { answers }: Intake,
): Record<string, unknown> {
  const told = answers.find((one) => one.question_id === PAIN);
  const asked: Question = { id: PAIN, text: '', type: 'body_map', options: [] };
  const pain = placesOf(draft[PAIN] ?? formOf(asked, told?.answer));
  return Object.fromEntries(questions.map((one) => [one.id, answerOf(one, draft[one.id] as Form, pain)]));
}
