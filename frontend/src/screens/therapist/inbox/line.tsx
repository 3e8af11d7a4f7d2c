import { useEffect, useRef, useState } from 'preact/hooks';
import { type Item, OUTCOMES, type Outcome } from '../../../domain/desk/inbox';
import { answerItem } from '../../../sync/desk/inbox';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { AnswerForm } from '../parts/answer-form';
import { agoWords, rankWords, whyWords } from '../parts/inbox-words';

const words = () => desk.inbox;

/** What is open below a line: the outcomes, or the form to answer. */
export type Open = 'close' | 'answer' | null;

export interface LineProps {
  item: Item;
  open: Open;
  onOpen: (open: Open) => void;
  onClose: (outcome: Outcome) => void;
  /** After an answer: what it was about is closed already. */
  onAnswered: () => void;
}

/** One thing that waits: who, why, since when, and two ways to deal with it. */
export function InboxLine({ item, open, onOpen, onClose, onAnswered }: LineProps) {
  const { name } = item.client;
  return (
    <li class="inbox-item" data-item={item.id}>
      <span class={`badge inbox-rank inbox-${item.rank}`}>{rankWords(item)}</span>
      <a class="inbox-name" href={placeOf(item)}>
        {name}
      </a>
      <p class="inbox-why">
        {whyWords(item)}
        {!item.mine && <span class="small soft"> {words().other}</span>}
      </p>
      <span class="inbox-when small soft figures">{agoWords(item)}</span>
      <span class="inbox-acts">
        {item.answerable && (
          <Button
            kind="link"
            label={words().answerTo(name)}
            onClick={() => onOpen(open === 'answer' ? null : 'answer')}
          >
            {words().answer}
          </Button>
        )}
        <button
          type="button"
          class="button button-link"
          aria-expanded={open === 'close'}
          aria-label={words().doneOf(name)}
          onClick={() => onOpen(open === 'close' ? null : 'close')}
        >
          <span>{words().done}</span>
        </button>
      </span>
      {open === 'close' && <Outcomes name={name} onClose={onClose} />}
      {open === 'answer' && <Answer item={item} onCancel={() => onOpen(null)} onAnswered={onAnswered} />}
    </li>
  );
}

/** Where the name leads: to her page, and where one part of it is meant, to that one. */
function placeOf({ client, cause }: Item): string {
  return `/desk/clients/${client.id}${PARTS.includes(cause) ? `#${cause}` : ''}`;
}

/** Causes that a part of her page is called after. */
const PARTS = ['dose', 'reminders'];

function Outcomes({ name, onClose }: { name: string; onClose: (outcome: Outcome) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row in every engine
    <div class="inbox-outcomes" role="group" aria-label={words().how(name)}>
      {OUTCOMES.map((outcome, place) => (
        <button type="button" class="inbox-outcome" key={outcome} onClick={() => onClose(outcome)}>
          <span class="inbox-key" aria-hidden="true">
            {place + 1}
          </span>
          {words().outcome[outcome]}
        </button>
      ))}
    </div>
  );
}

interface AnswerProps {
  item: Item;
  onCancel: () => void;
  onAnswered: () => void;
}

function Answer({ item, onCancel, onAnswered }: AnswerProps) {
  const sending = useAction();
  const [text, setText] = useState('');
  const form = useRef<HTMLDivElement>(null);
  // The next key is the first letter.
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const send = async () => {
    if (await sending.run(() => answerItem(item, text))) onAnswered();
  };
  return (
    <div class="inbox-answer" ref={form}>
      <AnswerForm
        text={text}
        onText={(typed) => (typed === null ? onCancel() : setText(typed))}
        sending={sending}
        onSend={send}
      />
    </div>
  );
}
