import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { latelyOf } from '../../../domain/consistency';
import { monthOf, setbacksOf, shiftMonth, totalOf } from '../../../domain/history/calendar';
import { validSessions, versionsOf } from '../../../domain/today';
import type { SessionLog } from '../../../domain/types';
import { logs, profile, todayDate, view } from '../../../store';
import { history } from '../../../text/history';
import { Button, Screen } from '../../../ui';
import { BodyWeeks } from '../parts/body-slots';
import { Month } from '../parts/days/month';
import { monthName } from '../parts/later/dates';
import { LearnLink } from '../parts/learn-link';
import { ClientNav } from '../parts/nav';
import { SaveState } from '../parts/save-state';
import { Courses } from './courses';
import { Replies } from './replies';
import { Notes, Waiting } from './said';
import { Sessions } from './sessions';
import './screen.css';

export function History() {
  const { route } = useLocation();
  useEffect(() => {
    if (!profile.value) route('/', true);
  }, [profile.value]);
  const today = todayDate();
  const [month, setMonth] = useState(() => monthOf(today));
  const words = history;
  const valid = validSessions(logs.value);
  const inMonth = valid.filter((session) => monthOf(session.local_date) === month);
  const { days, done_s } = totalOf(inMonth);
  const title = days > 0 ? words.title(days, words.time(done_s)) : words.quietMonth;
  return (
    <Screen
      title={valid.length === 0 ? words.empty : title}
      eyebrow={monthName(`${month}-01`, month.slice(0, 4) !== today.slice(0, 4))}
      aside={<SaveState />}
      nav={<ClientNav current="history" />}
    >
      {valid.length === 0 && <p class="soft">{words.emptyText}</p>}
      <Replies />
      <Waiting />
      <Month month={month} today={today} />
      {month === monthOf(today) && <Lately today={today} sessions={valid} />}
      <MonthMoves month={month} today={today} sessions={valid} onMove={setMonth} />
      <Courses month={month} today={today} sessions={valid} />
      <BodyWeeks />
      <Sessions key={month} month={month} />
      <Notes key={`notes ${month}`} month={month} />
      <LearnLink />
    </Screen>
  );
}

/** What adds up: minutes of these days, and weeks of steady practice. No share, and nothing that is owed. */
function Lately({ today, sessions }: { today: string; sessions: readonly SessionLog[] }) {
  const versions = view.value ? versionsOf(view.value) : [];
  const { done_s, weeks_kept } = latelyOf(
    versions,
    sessions,
    today,
    setbacksOf(logs.value, view.value?.rests),
  );
  if (done_s === 0) return null;
  return (
    <p class="soft small">
      {history.seven(history.time(done_s))} {weeks_kept > 0 && history.weeksKept(weeks_kept)}
    </p>
  );
}

interface MonthMovesProps {
  month: string;
  today: string;
  sessions: readonly SessionLog[];
  onMove: (month: string) => void;
}

function MonthMoves({ month, today, sessions, onMove }: MonthMovesProps) {
  const words = history;
  const first = sessions.reduce(
    (min, session) => (session.local_date < min ? session.local_date : min),
    today,
  );
  const hasBefore = month > monthOf(first);
  const hasAfter = month < monthOf(today);
  if (!hasBefore && !hasAfter) return null;
  return (
    <nav class="month-moves" aria-label={words.month}>
      {hasBefore && (
        <Button kind="quiet" icon="back" onClick={() => onMove(shiftMonth(month, -1))}>
          {monthName(`${shiftMonth(month, -1)}-01`, false)}
        </Button>
      )}
      {hasAfter && (
        <Button kind="quiet" icon="next" iconEnd onClick={() => onMove(shiftMonth(month, 1))}>
          {monthName(`${shiftMonth(month, 1)}-01`, false)}
        </Button>
      )}
    </nav>
  );
}
