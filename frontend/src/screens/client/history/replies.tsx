import { wordsOf } from '../../../domain/history/replies';
import { isSession } from '../../../domain/logs';
import type { Log } from '../../../domain/types';
import { logs, view } from '../../../store';
import { history } from '../../../text/history';
import { placeName } from '../parts/later/asked';
import { briefDay } from '../parts/later/dates';
import { ReplyWords, useReading } from '../parts/later/reply-words';

/** What her practice answered and what is new of it; the answer to a practice stands with that practice too. */
export function Replies() {
  const fresh = useReading(() => true);
  const known = new Map(logs.value.map((log) => [log.id, log]));
  const shown = (view.value?.replies ?? []).filter((reply) => {
    const log = known.get(reply.log_id);
    return fresh.has(reply.log_id) || !log || !standsElsewhere(log, known);
  });
  if (shown.length === 0) return null;
  return (
    <section class="stack-tight">
      <h2>{history.replies}</h2>
      <ul class="sessions">
        {shown.map((reply) => {
          const log = known.get(reply.log_id);
          const said = log && wordsOf(log);
          return (
            <li class="session" key={reply.log_id}>
              <div class="session-words">
                {log && <h3>{headOf(log)}</h3>}
                {said && <p class="small">“{said}”</p>}
                <ReplyWords reply={reply} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** With the practice that it is about. */
function standsElsewhere(log: Log, known: ReadonlyMap<string, Log>): boolean {
  if (isSession(log)) return true;
  return log.kind === 'question' && known.has(log.about?.session_id ?? '');
}

/** The day, and what a question was about. */
function headOf(log: Log): string {
  const name = log.kind === 'question' && log.about ? placeName(log.about) : null;
  return [briefDay(log.local_date), name].filter(Boolean).join(' · ');
}
