import { weekOf } from '../../../../domain/history/calendar';
import { history } from '../../../../text/history';
import { Day } from '../../../../ui';
import { marksUpTo } from './marks';
import './days.css';

/** Seven small slices, Monday to Sunday. */
export function Week({ today }: { today: string }) {
  const markOf = marksUpTo(today);
  const week = weekOf(today).map((date) => ({ date, ...markOf(date) }));
  // Seven empty places would say nothing kind.
  if (!week.some(({ mark }) => mark.kind === 'practised')) return null;
  return (
    <section>
      <h2 class="only-heard">{history.week}</h2>
      <ol class="days-row">
        {week.map(({ date, mark, label }, index) => (
          <li key={date} class={date === today ? 'days-day days-today' : 'days-day'}>
            <Day size={2.25} mark={mark} label={label} />
            <span class="days-number" aria-hidden="true">
              {history.weekdays[index]}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
