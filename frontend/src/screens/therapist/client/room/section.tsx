import type { ClientCard } from '../../../../api/desk';
import { NO_TO_REST, type RoomPart, type RoomQuestion } from '../../../../domain/desk/room';
import { EMPTY, type Form, noAnswer } from '../../../../domain/questions';
import type { ScreeningFile } from '../../../../sync/desk/screening';
import { desk } from '../../../../text/desk';
import { Button } from '../../../../ui';
import { answerWords, QuestionField } from '../../../../ui/questions';
import { instantWords } from '../../parts/when';
import { nextOption, toNextQuestion } from './keys';
import type { Room } from './use-room';

const words = () => desk.screening.room;
/** Options longer than this are read as lines, not as a row of buttons. */
const LINE = 36;

type Asked = ScreeningFile['words']['questions'][number];

interface SectionProps {
  part: RoomPart<Asked>;
  card: ClientCard;
  file: ScreeningFile;
  room: Room;
}

export function RoomSectionForm({ part, card, file, room }: SectionProps) {
  const title = words().sections[part.section];
  const open = part.questions.filter(({ question }) => !(question.id in room.draft));
  const saysNo =
    NO_TO_REST.includes(part.section) && open.some(({ question }) => noAnswer(question) !== undefined);
  return (
    <section class="room-section" aria-label={title} onKeyDown={nextOption}>
      <div class="desk-section-head">
        <h2>{title}</h2>
        {saysNo && (
          <Button kind="quiet" label={words().noOf(title)} onClick={() => room.noToRest(part)}>
            {words().no}
          </Button>
        )}
      </div>
      {part.section === 'warning' && <p class="small soft">{words().redNote}</p>}
      {part.questions.map((asked) => (
        <RoomField key={asked.question.id} asked={asked} card={card} file={file} room={room} />
      ))}
    </section>
  );
}

interface RoomFieldProps {
  asked: RoomQuestion<Asked>;
  card: ClientCard;
  file: ScreeningFile;
  room: Room;
}

function RoomField({ asked: { question, why }, card, file, room }: RoomFieldProps) {
  const { id, text, options } = question;
  const form: Form = room.draft[id] ?? EMPTY;
  const error = room.errors[id];
  const told = file.intake.answers.find((one) => one.question_id === id);
  const lines = options.some(({ label }) => label.length > LINE);
  const errorId = `room-${id}-error`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be focused or laid out alike in every engine
    <div
      class={lines ? 'room-question room-lines' : 'room-question'}
      id={`room-${id}`}
      role="group"
      aria-label={text}
      aria-describedby={error ? errorId : undefined}
      tabIndex={-1}
    >
      <div class="room-asked">
        <h3>{text}</h3>
        {why && why !== 'first' && <span class="badge">{words().why(why)}</span>}
        {id in room.draft && (
          <button
            type="button"
            class="text-button small"
            aria-label={words().clearOf(text)}
            onClick={() => room.fill(id, EMPTY)}
          >
            {words().clear}
          </button>
        )}
      </div>
      {told && (
        <p class="small soft figures">
          {answerWords(question, told.answer)} · {instantWords(told.at, card.timezone)}
        </p>
      )}
      {error && (
        <p class="field-error" id={errorId} role="alert">
          {error}
        </p>
      )}
      <QuestionField
        policy={file.policy}
        question={question}
        form={form}
        today={file.intake.today}
        whose={desk.sides}
        onChange={(next) => room.fill(id, next)}
        onDone={() => toNextQuestion(id)}
      />
    </div>
  );
}
