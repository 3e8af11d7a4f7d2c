import type { Action } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Field } from '../../../ui';
import { TroubleNote } from './trouble-note';

const LONGEST = 2000;

interface FormProps {
  text: string;
  onText: (text: string | null) => void;
  sending: Action;
  onSend: () => Promise<void>;
}

/** Where an answer to what a client told is written. */
export function AnswerForm({ text, onText, sending, onSend }: FormProps) {
  const words = desk.client.logs.reply;
  return (
    <form
      class="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend();
      }}
    >
      <Field
        label={words.label}
        hint={words.hint}
        name="answer"
        value={text}
        onInput={onText}
        maxlength={LONGEST}
        multiline
      />
      <TroubleNote problem={sending.problem} />
      <div class="log-reply-acts">
        <Button type="submit" busy={sending.busy} disabled={text.trim() === ''}>
          {words.send}
        </Button>
        <Button kind="quiet" onClick={() => onText(null)}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
