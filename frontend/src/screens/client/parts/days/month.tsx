import { pageOf } from '../../../../domain/history/calendar';
import { history } from '../../../../text/history';
import { Day } from '../../../../ui';
import { marksUpTo } from './marks';
import './days.css';

/** A month as a page of small slices. A day without practice is a quiet pale one, and says nothing more. */
export function Month({ month, today }: { month: string; today: string }) {
  const { offset, dates } = pageOf(month);
  const markOf = marksUpTo(today);
  const days = dates.map((date) => ({ date, ...markOf(date) }));
  const offs = new Set(days.flatMap(({ mark }) => (mark.kind === 'off' ? [mark.why] : [])));
  return (
    <div class="days">
      <div class="days-row days-heads" aria-hidden="true">
        {history.weekdays.map((day, index) => (
          <span key={index}>{day}</span>
        ))}
      </div>
      <ol class="days-row">
        {days.map(({ date, mark, label }, index) => (
          <li
            key={date}
            class={date === today ? 'days-day days-today' : 'days-day'}
            style={index === 0 ? { gridColumnStart: offset + 1 } : {}}
          >
            <Day mark={mark} label={label} size={2.5} />
            <span class="days-number" aria-hidden={mark.kind === 'ahead' ? undefined : true}>
              {Number(date.slice(8))}
            </span>
          </li>
        ))}
      </ol>
      <Legend
        rest={offs.has('rest')}
        pause={offs.has('pause') || offs.has('reaction') || offs.has('travel')}
      />
    </div>
  );
}

/** Says what a dot and a ring are, where there are any. */
function Legend({ rest, pause }: { rest: boolean; pause: boolean }) {
  if (!rest && !pause) return null;
  return (
    <p class="days-legend small soft" aria-hidden="true">
      {rest && (
        <span>
          <span class="day-dot" /> {history.legendRest}
        </span>
      )}
      {pause && (
        <span>
          <span class="day-dot day-dot-open" /> {history.legendPause}
        </span>
      )}
    </p>
  );
}
