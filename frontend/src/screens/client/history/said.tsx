import { monthOf } from '../../../domain/history/calendar';
import { notesIn, questionsIn } from '../../../domain/history/questions';
import { logs, view } from '../../../store';
import { care } from '../../../text/care';
import { Asked } from '../parts/later/asked';
import { briefDay } from '../parts/later/dates';

/** What she asked and has no answer to yet, whenever it was; what hangs on a practice stands there. */
export function Waiting() {
  const known = new Set(logs.value.map(({ id }) => id));
  const open = questionsIn(logs.value).filter(
    ({ id, about }) => !isAnswered(id) && !known.has(about?.session_id ?? ''),
  );
  if (open.length === 0) return null;
  return (
    <section class="stack-tight">
      <h2>{care.ask.open}</h2>
      <Asked questions={open} named />
    </section>
  );
}

/** What she wrote for herself or for her practice in this month; what was answered stands with its answer. */
export function Notes({ month }: { month: string }) {
  const notes = notesIn(logs.value).filter(
    ({ id, local_date }) => monthOf(local_date) === month && !isAnswered(id),
  );
  if (notes.length === 0) return null;
  return (
    <section class="stack-tight">
      <h2>{care.ask.notes}</h2>
      <ul class="asked-list">
        {notes.map((note) => (
          <li class="asked" key={note.id}>
            <p class="soft small">
              {[briefDay(note.local_date), note.private && care.ask.noteMine].filter(Boolean).join(' · ')}
            </p>
            <p class="asked-words">“{note.text}”</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isAnswered(log: string): boolean {
  return (view.value?.replies ?? []).some(({ log_id }) => log_id === log);
}
