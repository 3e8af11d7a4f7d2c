import { addDays } from '../../../domain/days';
import { type LogRow, type PainPoint, painPoints } from '../../../domain/desk/course';
import { dotsOf, medianLine } from '../../../domain/history/course';
import { desk } from '../../../text/desk';
import { Course } from '../../../ui';
import { Section } from '../parts/page';
import { plainDay } from '../parts/when';

const words = () => desk.client.pain;
const DAYS = 42;

interface Mark {
  number: number;
  starts_on: string;
}

export interface PainChartProps {
  rows: readonly LogRow[];
  today: string;
  versions: readonly Mark[];
}

/** A dot a practice, before and after, with a 7-day median line and a mark for each new program version. */
export function PainChart({ rows, today, versions }: PainChartProps) {
  const points = painPoints(rows, today, DAYS);
  const first = points[0];
  if (!first) {
    return (
      <Section title={words().title}>
        <p class="soft">{words().none}</p>
      </Section>
    );
  }
  // A short course fills the width: six weeks of empty paper would hide the first four days.
  const from = first.date > addDays(today, -13) ? addDays(today, -13) : first.date;
  const { before, after, median, versionNote, table, date, program } = words();
  const series = (['before', 'after'] as const).map((tone) => {
    const dots = dotsOf(points, tone);
    return { tone, name: words()[tone], dots, line: medianLine(dots) };
  });
  return (
    <Section title={words().title}>
      <Course
        label={words().summary(points.length, first.before ?? first.after ?? 0, lastAfter(points))}
        from={from}
        to={today}
        ends={[plainDay(from, today), desk.today]}
        series={series}
        marks={versions.map((one) => ({ date: one.starts_on, label: words().version(one.number) }))}
        notes={[median, versionNote]}
        table={{
          title: table,
          heads: [date, before, after, program],
          rows: points.toReversed().map((point) => ({
            id: point.id,
            head: plainDay(point.date, today),
            cells: [point.before ?? '–', point.after ?? '–', words().version(point.program)],
          })),
        }}
      />
    </Section>
  );
}

function lastAfter(points: readonly PainPoint[]): number {
  return points.findLast((point) => point.after !== null)?.after ?? points.at(-1)?.before ?? 0;
}
