import { daySlice, practisedS } from '../../../domain/today';
import type { SessionLog } from '../../../domain/types';
import { history } from '../../../text/history';
import { Slice } from '../../../ui';
import { shortDay } from '../parts/dates';
import { pageOf } from './month';

interface MonthPageProps {
  month: string;
  today: string;
  sessions: readonly SessionLog[];
}

/** A month as a page of small slices. A day without practice is a quiet pale one, and says nothing more. */
export function MonthPage({ month, today, sessions }: MonthPageProps) {
  const words = history;
  const { offset, dates } = pageOf(month);
  return (
    <div class="month">
      <div class="month-week" aria-hidden="true">
        {words.weekdays.map((day, index) => (
          <span key={`${day}${String(index)}`}>{day}</span>
        ))}
      </div>
      <ol class="month-days">
        {dates.map((date, index) => (
          <li
            key={date}
            class={date === today ? 'month-day month-today' : 'month-day'}
            style={index === 0 ? { gridColumnStart: offset + 1 } : {}}
          >
            {date <= today && (
              <DaySlice date={date} sessions={sessions.filter((one) => one.local_date === date)} />
            )}
            <span class="month-number" aria-hidden={date <= today}>
              {Number(date.slice(8))}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function DaySlice({ date, sessions }: { date: string; sessions: SessionLog[] }) {
  const words = history;
  const minutes = Math.round(practisedS(sessions) / 60);
  const label = sessions.length === 0 ? words.quiet(shortDay(date)) : words.day(shortDay(date), minutes);
  return <Slice parts={sessions.length === 0 ? [0] : daySlice(sessions)} size={2.5} label={label} />;
}
