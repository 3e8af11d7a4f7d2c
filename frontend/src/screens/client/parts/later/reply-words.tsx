import { useEffect, useState } from 'preact/hooks';
import { localDate } from '../../../../domain/days';
import { answerReadLog, unreadReplies } from '../../../../domain/history/replies';
import type { ReplyOnWire } from '../../../../domain/types';
import { deviceZone, logs, NotSaved, newLogId, saveLogs, view } from '../../../../store';
import { history } from '../../../../text/history';
import { briefDay } from './dates';
import './reply-words.css';

/** The answer to one log, if there is one. */
export function ReplyTo({ log }: { log: string }) {
  const reply = view.value?.replies?.find((one) => one.log_id === log);
  return reply ? <ReplyWords reply={reply} /> : null;
}

export function ReplyWords({ reply }: { reply: ReplyOnWire }) {
  const day = briefDay(localDate(Date.parse(reply.at), deviceZone()));
  return (
    <div class="reply">
      <p>{reply.text}</p>
      <p class="soft small">{history.replyBy(reply.by, day)}</p>
    </div>
  );
}

/** Tells that the answers that stand here now were read, and which of them were new when she came. */
export function useReading(standsHere: (log_id: string) => boolean): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const unread = unreadReplies(view.value?.replies, logs.value, Date.now())
    .map((reply) => reply.log_id)
    .filter((log) => !fresh.has(log) && standsHere(log));
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
