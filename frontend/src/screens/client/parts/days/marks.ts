import { daysOff } from '../../../../domain/adherence';
import { type DayMark, dayMark, setbacksOf } from '../../../../domain/history/calendar';
import { validSessions, versionsOf } from '../../../../domain/today';
import { logs, view } from '../../../../store';
import { history } from '../../../../text/history';
import { shortDay } from '../later/dates';

/** How each date is drawn and called, out of what this phone holds. What lies before the first practice is left blank. */
export function marksUpTo(today: string): (date: string) => { mark: DayMark; label: string } {
  const sessions = validSessions(logs.value);
  const versions = view.value ? versionsOf(view.value) : [];
  const off = daysOff(versions, setbacksOf(logs.value, view.value?.rests));
  const begun = sessions.map((session) => session.local_date).sort()[0] ?? today;
  return (date) => {
    const mark = dayMark(date, today, sessions, off);
    const isBefore = date < begun && mark.kind === 'off' && mark.why === 'none';
    return { mark: isBefore ? { kind: 'ahead' } : mark, label: history.day(shortDay(date), said(mark)) };
  };
}

function said(mark: DayMark): string {
  if (mark.kind === 'practised') return history.time(mark.done_s);
  if (mark.kind === 'off') return history.off[mark.why];
  return mark.kind === 'open' ? history.open : history.quiet;
}
