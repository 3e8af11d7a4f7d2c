import { fateOf, hangsAt, type Place, questionsIn } from '../../../../domain/history/questions';
import { isSession } from '../../../../domain/logs';
import { versionsOf } from '../../../../domain/today';
import type { QuestionLog } from '../../../../domain/types';
import { attention, logs, view } from '../../../../store';
import { care } from '../../../../text/care';
import { clock } from '../dates';
import { briefDay } from './dates';
import { ReplyTo } from './reply-words';
import { useWaiting } from './use-waiting';
import './asked.css';

/** What she asked at one place, the newest first, each with how far it has come and its answer. */
export function AskedAt({ place }: { place: Place }) {
  const asked = questionsIn(logs.value).filter((log) => hangsAt(log, place));
  return asked.length === 0 ? null : <Asked questions={asked} />;
}

/** Questions in a list; `named`: what each one is about stands with it, because nothing else here says so. */
export function Asked({ questions, named = false }: { questions: readonly QuestionLog[]; named?: boolean }) {
  return (
    <ul class="asked-list">
      {questions.map((log) => (
        <li class="asked" key={log.id}>
          <p class="soft small">{[briefDay(log.local_date), ...aboutOf(log, named)].join(' · ')}</p>
          <p class="asked-words">“{log.text}”</p>
          <Fate log={log.id} />
          <ReplyTo log={log.id} />
        </li>
      ))}
    </ul>
  );
}

/** What a place is called: a technique as her program calls it, a practice by its day. */
export function placeName({ technique_id, session_id }: Place): string | null {
  if (technique_id) return techniqueNamed(technique_id);
  const session = logs.value.filter(isSession).find(({ id }) => id === session_id);
  if (!session) return null;
  return care.ask.practiceOf(`${briefDay(session.local_date)}, ${clock(session.started_at, session.tz)}`);
}

function techniqueNamed(technique_id: string): string | null {
  const items = view.value ? versionsOf(view.value).flatMap((version) => version.items) : [];
  return items.find((item) => item.technique_id === technique_id)?.snapshot.name ?? null;
}

function aboutOf({ about }: QuestionLog, named: boolean): string[] {
  const { sides } = care.ask;
  const name = named && about ? placeName(about) : null;
  return [name, about?.side && sides[about.side]].filter((part) => typeof part === 'string');
}

/** Nothing is said of one that has its answer: that stands below it. */
function Fate({ log }: { log: string }) {
  const waiting = useWaiting();
  if (!waiting) return null;
  const { replies, read_logs: read } = view.value ?? {};
  const refused = attention.value.map(({ id }) => id);
  const fate = fateOf(log, { waiting, refused, replies, read });
  return fate === 'answered' ? null : <p class="soft small">{care.ask.state[fate]}</p>;
}
