import { addDays, weekday } from '../../../domain/days';
import { type LogRow, sessionsOf, slicesOn } from '../../../domain/desk/course';
import { inForce } from '../../../domain/inForce';
import type { ClientFile } from '../../../sync/desk/client';
import { desk } from '../../../text/desk';
import { Slice } from '../../../ui';
import { Section } from '../parts/page';
import { plainDay } from '../parts/when';

const words = () => desk.client.days;
const WEEKS = 4;

export interface PractisedDaysProps {
  rows: readonly LogRow[];
  today: string;
  program: ClientFile['program'];
}

/** Four weeks of small slices, Monday to Sunday: a pale one is a quiet day, a dot a rest day. */
export function PractisedDays({ rows, today, program }: PractisedDaysProps) {
  const sessions = sessionsOf(rows);
  const monday = addDays(today, -weekday(today) - 7 * (WEEKS - 1));
  const dates = Array.from({ length: WEEKS * 7 }, (_, at) => addDays(monday, at));
  const day = (date: string) => ({
    parts: slicesOn(sessions, date),
    version: inForce(program.versions, date),
  });
  return (
    <Section title={words().title}>
      <div class="days-heads small soft" aria-hidden="true">
        {desk.weekdays.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <ul class="days">
        {dates.map((date) => (
          <li key={date}>
            {date > today ? <span class="days-rest" /> : <Day date={date} today={today} {...day(date)} />}
          </li>
        ))}
      </ul>
      <p class="small soft">{words().legend}</p>
    </Section>
  );
}

function Day(props: { date: string; today: string; parts: number[]; version: { days: number[] } | null }) {
  const { date, today, parts, version } = props;
  const when = plainDay(date, today);
  if (parts.length === 0 && !version) return <span class="days-rest" />;
  if (parts.length === 0 && !version?.days.includes(weekday(date))) {
    return (
      <span class="days-rest days-dot">
        <span class="only-heard">{words().one(when, words().rest)}</span>
      </span>
    );
  }
  return (
    <Slice
      parts={parts.length > 0 ? parts : [0, 0, 0]}
      size={1.75}
      label={words().one(when, shareWords(parts))}
    />
  );
}

function shareWords(parts: readonly number[]): string {
  if (parts.length === 0) return words().none;
  const share = Math.round((100 * parts.reduce((sum, part) => sum + part, 0)) / parts.length);
  return share >= 98 ? words().full : words().part(share);
}
