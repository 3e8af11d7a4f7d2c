import { addDays } from '../../../domain/days';
import { monthOf, pageOf } from '../../../domain/history/calendar';
import { dotsOf, medianLine, type Pair, painPairs, softeningPairs } from '../../../domain/history/course';
import { median } from '../../../domain/median';
import type { SessionLog } from '../../../domain/types';
import { history } from '../../../text/history';
import { Course, type CourseProps } from '../../../ui';
import { briefDay, shortDay } from '../parts/later/dates';

/** Fewer points than this are not a course, and are told in the list anyway. */
const LEAST = 3;
const WHICH = ['before', 'after'] as const;

/** A month that has just begun is drawn this wide. */
const LEAST_DAYS = 14;

interface CoursesProps {
  month: string;
  today: string;
  /** All that count: the line through a month begins with the days before it. */
  sessions: readonly SessionLog[];
}

/** Pain before and after, and how tender spots let go, over one month. */
export function Courses({ month, today, sessions }: CoursesProps) {
  return (
    <>
      <Pain month={month} today={today} pairs={painPairs(sessions)} />
      <Softening month={month} today={today} pairs={softeningPairs(sessions)} />
    </>
  );
}

interface PairsProps {
  month: string;
  today: string;
  pairs: readonly Pair[];
}

function Pain({ month, today, pairs }: PairsProps) {
  const own = within(month, pairs);
  const [before, after] = WHICH.map((which) => dotsOf(own, which));
  if (!before || !after || own.length < LEAST) return null;
  const [from, to] = ends(month, pairs, 'before');
  return (
    <section class="stack-tight">
      <h2>{history.painTitle}</h2>
      {before.length > 0 && after.length > 0 && (
        <p class="soft">
          {history.painSummary(middle(before), middle(after))}
          {from - to >= 1 && ` ${history.painEasier(whole(from), whole(to))}`}
        </p>
      )}
      <Course
        {...courseOf({ month, today, pairs }, [history.before, history.after])}
        label={history.painChart(own.length)}
      />
    </section>
  );
}

function Softening({ month, today, pairs }: PairsProps) {
  const own = within(month, pairs);
  if (own.length < LEAST) return null;
  const [start, end] = WHICH.map((which) => middle(dotsOf(own, which)));
  return (
    <section class="stack-tight">
      <h2>{history.softTitle}</h2>
      <p class="soft">{history.softSummary(start ?? '', end ?? '')}</p>
      <Course
        {...courseOf({ month, today, pairs }, [history.softStart, history.softEnd])}
        label={history.softChart(own.length)}
      />
    </section>
  );
}

function courseOf({ month, today, pairs }: PairsProps, names: [string, string]): Omit<CourseProps, 'label'> {
  const from = `${month}-01`;
  const last = pageOf(month).dates.at(-1) ?? from;
  const least = addDays(from, LEAST_DAYS - 1);
  const reached = today > least ? today : least;
  const to = reached < last ? reached : last;
  return {
    from,
    to,
    ends: [shortDay(from), shortDay(to)],
    notes: [history.median],
    series: WHICH.map((tone, index) => ({
      tone,
      name: names[index] ?? '',
      dots: dotsOf(within(month, pairs), tone),
      line: within(month, medianLine(dotsOf(pairs, tone))),
    })),
    table: {
      title: history.table,
      heads: [history.tableDay, ...names],
      rows: within(month, pairs).map((pair) => ({
        id: pair.id,
        head: briefDay(pair.date),
        cells: [pair.before ?? '–', pair.after ?? '–'],
      })),
    },
  };
}

function within<T extends { date: string }>(month: string, told: readonly T[]): T[] {
  return told.filter((one) => monthOf(one.date) === month);
}

/** Where the line of a month begins and ends; nothing to tell where there is none. */
function ends(month: string, pairs: readonly Pair[], which: 'before' | 'after'): [number, number] {
  const line = within(month, medianLine(dotsOf(pairs, which)));
  return [line[0]?.value ?? 0, line.at(-1)?.value ?? 0];
}

function middle(dots: readonly { value: number }[]): string {
  return whole(median(dots.map((dot) => dot.value)));
}

function whole(value: number): string {
  return String(Math.round(value));
}
