import { useState } from 'preact/hooks';
import { type LogReply, type LogRow, mayAnswer } from '../../../domain/desk/course';
import { answerLog } from '../../../sync/desk/replies';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { AnswerForm } from '../parts/answer-form';
import { deviceZone, instantWords } from '../parts/when';

const words = () => desk.client.logs.reply;

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
  if (text !== null) return <AnswerForm text={text} onText={setText} sending={sending} onSend={send} />;
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
