import { useEffect, useState } from 'preact/hooks';
import { localDate } from '../../../domain/days';
import { answerReadLog, unreadReplies, wordsOf } from '../../../domain/history/replies';
import { isSession } from '../../../domain/logs';
import type { ReplyOnWire } from '../../../domain/types';
import { deviceZone, logs, NotSaved, newLogId, saveLogs, view } from '../../../store';
import { history } from '../../../text/history';
import { briefDay } from '../parts/later/dates';

/** What her practice answered and what is new of it; the answer to a practice stands with that practice too. */
export function Replies() {
  const fresh = useReading();
  const known = new Map(logs.value.map((log) => [log.id, log]));
  const shown = (view.value?.replies ?? []).filter((reply) => {
    const log = known.get(reply.log_id);
    return fresh.has(reply.log_id) || !log || !isSession(log);
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
                {log && <h3>{briefDay(log.local_date)}</h3>}
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

/** The answer to one log, if there is one. */
export function ReplyTo({ log }: { log: string }) {
  const reply = view.value?.replies?.find((one) => one.log_id === log);
  return reply ? <ReplyWords reply={reply} /> : null;
}

function ReplyWords({ reply }: { reply: ReplyOnWire }) {
  const day = briefDay(localDate(Date.parse(reply.at), deviceZone()));
  return (
    <div class="reply">
      <p>{reply.text}</p>
      <p class="soft small">{history.replyBy(reply.by, day)}</p>
    </div>
  );
}

/** Tells that what stands here now was read; it stays here until she leaves. */
function useReading(): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const unread = unreadReplies(view.value?.replies, logs.value, Date.now())
    .map((reply) => reply.log_id)
    .filter((log) => !fresh.has(log));
  const ids = unread.join();
  useEffect(() => {
    if (ids === '') return;
    setFresh((before) => new Set([...before, ...unread]));
    void tell(unread);
  }, [ids]);
  return fresh;
}

async function tell(read: readonly string[]): Promise<void> {
  try {
    await saveLogs(read.map((log) => answerReadLog(log, newLogId(), Date.now(), deviceZone())));
  } catch (error) {
    // It is told the next time that she looks here.
    if (!(error instanceof NotSaved)) throw error;
  }
}
