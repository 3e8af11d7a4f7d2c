import { useState } from 'preact/hooks';
import { type LogReply, type LogRow, mayAnswer } from '../../../domain/desk/course';
import { answerLog } from '../../../sync/desk/replies';
import { type Action, useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Field } from '../../../ui';
import { TroubleNote } from '../parts/trouble-note';
import { deviceZone, instantWords } from '../parts/when';

const words = () => desk.client.logs.reply;
const LONGEST = 2000;

/** The answer to one entry, or the way to give it: it comes back to this very place on the phone. */
export function ReplyTo({ row }: { row: LogRow }) {
  const sending = useAction();
  const [text, setText] = useState<string | null>(null);
  const send = async () => {
    if (text && (await sending.run(() => answerLog(row.log.id, text)))) setText(null);
  };
  if (row.reply) {
    return (
      <>
        <Given reply={row.reply} />
        {text && <Unsent text={text} />}
      </>
    );
  }
  if (!mayAnswer(row)) return null;
  if (text !== null) return <Form text={text} onText={setText} sending={sending} onSend={send} />;
  return (
    <div>
      <Button kind="link" onClick={() => setText('')}>
        {words().open}
      </Button>
    </div>
  );
}

function Given({ reply }: { reply: LogReply }) {
  const when = (instant: string) => instantWords(instant, deviceZone());
  const read = reply.read_at === null ? words().unread : words().read(when(reply.read_at));
  return (
    <div class="log-reply">
      <p>{reply.text}</p>
      <p class="small soft">
        {words().said(reply.by.name, when(reply.at))} · {read}
      </p>
    </div>
  );
}

/** A colleague was quicker: what she wrote is still there to be copied. */
function Unsent({ text }: { text: string }) {
  return (
    <div role="status">
      <p class="small">{words().answered}</p>
      <blockquote>{text}</blockquote>
    </div>
  );
}

interface FormProps {
  text: string;
  onText: (text: string | null) => void;
  sending: Action;
  onSend: () => Promise<void>;
}

function Form({ text, onText, sending, onSend }: FormProps) {
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend();
      }}
    >
      <Field
        label={words().label}
        hint={words().hint}
        name="answer"
        value={text}
        onInput={onText}
        maxlength={LONGEST}
        multiline
      />
      <TroubleNote problem={sending.problem} />
      <div class="log-reply-acts">
        <Button type="submit" busy={sending.busy} disabled={text.trim() === ''}>
          {words().send}
        </Button>
        <Button kind="quiet" onClick={() => onText(null)}>
          {words().cancel}
        </Button>
      </div>
    </form>
  );
}
