import { daysOff } from '../../../domain/adherence';
import { addDays, weekday } from '../../../domain/days';
import { type LogRow, sessionsOf, setbacksIn } from '../../../domain/desk/course';
import { type DayMark, dayMark } from '../../../domain/history/calendar';
import type { ClientFile } from '../../../sync/desk/client';
import { desk } from '../../../text/desk';
import { Day } from '../../../ui';
import { Section } from '../parts/page';
import { plainDay } from '../parts/when';

const words = () => desk.client.days;
const WEEKS = 4;
const NEVER: DayMark = { kind: 'ahead' };

export interface PractisedDaysProps {
  rows: readonly LogRow[];
  today: string;
  program: ClientFile['program'];
}

/** Four weeks of small slices, Monday to Sunday: a pale one is a quiet day, a dot or a ring a day off. */
export function PractisedDays({ rows, today, program }: PractisedDaysProps) {
  const sessions = sessionsOf(rows);
  const off = daysOff(versionsOf(program), setbacksIn(rows, program.rests));
  const monday = addDays(today, -weekday(today) - 7 * (WEEKS - 1));
  const dates = Array.from({ length: WEEKS * 7 }, (_, at) => addDays(monday, at));
  const marks = dates.map((date) => ({ date, mark: dayMark(date, today, sessions, off) }));
  // Before the first program there is nothing to see, and nothing to explain.
  if (marks.every(({ mark }) => mark.kind === 'ahead' || (mark.kind === 'off' && mark.why === 'none')))
    return null;
  return (
    <Section title={words().title}>
      <div class="days-heads small soft" aria-hidden="true">
        {desk.weekdays.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ul class="days">
        {marks.map(({ date, mark }) => (
          <li key={date}>
            <Day
              mark={mark.kind === 'off' && mark.why === 'none' ? NEVER : mark}
              size={1.75}
              label={words().one(plainDay(date, today), said(mark))}
            />
          </li>
        ))}
      </ul>
      <p class="small soft">{words().legend}</p>
    </Section>
  );
}

/** Of older versions the desk holds the days, not the items: enough to tell rest days. */
function versionsOf({ program, versions }: ClientFile['program']): Parameters<typeof daysOff>[0] {
  return versions.map((one) =>
    program?.number === one.number ? program : { ...one, items: [{ days: null, dose_s: 0 }] },
  );
}

function said(mark: DayMark): string {
  if (mark.kind === 'off') return words().off[mark.why];
  if (mark.kind !== 'practised') return words().none;
  const share = Math.round((100 * mark.parts.reduce((sum, part) => sum + part, 0)) / mark.parts.length);
  return share >= 98 ? words().full : words().part(share);
}
