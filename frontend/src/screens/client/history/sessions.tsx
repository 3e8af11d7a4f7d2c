import { useState } from 'preact/hooks';
import { voidLog } from '../../../domain/client-logs';
import { monthOf } from '../../../domain/history/calendar';
import { practisedS } from '../../../domain/history/filled';
import { voidedIds } from '../../../domain/logs';
import type { SessionLog } from '../../../domain/types';
import { deviceZone, logs, NotSaved, newLogId, saveLog } from '../../../store';
import { text } from '../../../text';
import { care } from '../../../text/care';
import { history } from '../../../text/history';
import { Button, Confirm, showToast } from '../../../ui';
import { clock } from '../parts/dates';
import { AskedAt } from '../parts/later/asked';
import { briefDay } from '../parts/later/dates';
import { ReplyTo } from '../parts/later/reply-words';

/** So many stand there at first: the page is about the month. */
const FIRST = 7;

/** Each practice of a month, newest first, with the way to take one back. */
export function Sessions({ month }: { month: string }) {
  const words = history;
  const [asked, setAsked] = useState<SessionLog | null>(null);
  const voided = voidedIds(logs.value);
  const sessions = logs.value.filter(
    (log): log is SessionLog => log.kind === 'session' && monthOf(log.local_date) === month,
  );
  const [all, setAll] = useState(false);
  if (sessions.length === 0) return null;
  const shown = all ? sessions : sessions.slice(0, FIRST);
  const takeBack = async () => {
    if (!asked) return;
    setAsked(null);
    try {
      await saveLog(voidLog(asked.id, newLogId(), Date.now(), deviceZone()));
      showToast({ text: words.voidSaved });
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      showToast({ text: text.client.today.notKept });
    }
  };
  return (
    <section class="stack-tight">
      <h2>{words.sessions}</h2>
      <ul class="sessions">
        {shown.map((session) => (
          <Row
            key={session.id}
            session={session}
            isVoided={voided.has(session.id)}
            onTakeBack={() => setAsked(session)}
          />
        ))}
      </ul>
      {shown.length < sessions.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {words.all(sessions.length)}
        </Button>
      )}
      <Confirm
        title={words.confirmTitle}
        open={asked !== null}
        onClose={() => setAsked(null)}
        yes={words.confirmYes}
        no={words.confirmNo}
        onYes={() => void takeBack()}
      >
        <p>{words.confirm}</p>
      </Confirm>
    </section>
  );
}

interface RowProps {
  session: SessionLog;
  isVoided: boolean;
  onTakeBack: () => void;
}

function Row({ session, isVoided, onTakeBack }: RowProps) {
  const words = history;
  const when = `${briefDay(session.local_date)}, ${clock(session.started_at, session.tz)}`;
  return (
    <li class={isVoided ? 'session session-voided' : 'session'}>
      <div class="session-words">
        <h3>{when}</h3>
        <p class="soft small">
          {isVoided ? words.voided : words.time(practisedS([session]))}
          {!isVoided && session.status === 'partial' && ` · ${words.partial}`}
        </p>
        {session.word && !isVoided && <p class="small">“{session.word}”</p>}
      </div>
      {!isVoided && (
        <>
          <Pain before={session.pain_before} after={session.pain_after} />
          <Button kind="quiet" icon="ask" label={care.ask.linkOf(when)} href={`/ask?session=${session.id}`}>
            {''}
          </Button>
          <Button kind="quiet" icon="trash" label={words.takeBackOf(when)} onClick={onTakeBack}>
            {''}
          </Button>
        </>
      )}
      <ReplyTo log={session.id} />
      <AskedAt place={{ session_id: session.id }} />
    </li>
  );
}

function Pain({ before, after }: { before: number | null; after: number | null }) {
  const words = history;
  if (before === null && after === null) return null;
  const shown = (value: number | null) => (value === null ? '–' : String(value));
  const heard = (value: number | null) => (value === null ? words.painNone : String(value));
  return (
    <p class="session-pain">
      <span aria-hidden="true">
        <span class="soft small">{words.pain} </span>
        <span class="figures">{words.painChange(shown(before), shown(after))}</span>
      </span>
      <span class="only-heard">{words.painHeard(heard(before), heard(after))}</span>
    </p>
  );
}
