import { addDays, daysBetween } from '../../../domain/days';
import { type LogRow, medianLine, type PainPoint, painPoints } from '../../../domain/desk/course';
import { desk } from '../../../text/desk';
import { Section } from '../parts/page';
import { plainDay } from '../parts/when';
import './pain-chart.css';

const words = () => desk.client.pain;
const DAYS = 42;
const HIGH = 10;
/** Pixels of the drawing area: 0 stands at the bottom, 10 at the top, room for the marks above. */
const TOP = 22;
const STEP = 12;
const HEIGHT = TOP + HIGH * STEP + 10;

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
  return (
    <Section title={words().title}>
      <figure class="pain-chart">
        <Drawing points={points} from={from} today={today} versions={versions} />
        <figcaption class="pain-legend small soft">
          <span class="pain-key pain-key-before">{words().before}</span>
          <span class="pain-key pain-key-after">{words().after}</span>
          <span>{words().median}</span>
          <span>{words().versionNote}</span>
        </figcaption>
      </figure>
      <PainTable points={points} today={today} />
    </Section>
  );
}

function Drawing({
  points,
  from,
  today,
  versions,
}: { points: PainPoint[]; from: string } & Omit<PainChartProps, 'rows'>) {
  const span = Math.max(1, daysBetween(from, today));
  const x = (date: string) => `${(2 + (96 * daysBetween(from, date)) / span).toFixed(2)}%`;
  const y = (pain: number) => TOP + (HIGH - pain) * STEP;
  const shown = versions.filter((version) => version.starts_on >= from && version.starts_on <= today);
  const summary = words().summary(
    points.length,
    points[0]?.before ?? points[0]?.after ?? 0,
    lastAfter(points),
  );
  return (
    <div class="pain-drawing">
      <div class="pain-axis small soft figures" aria-hidden="true">
        {[10, 5, 0].map((pain) => (
          <span key={pain} style={{ insetBlockStart: `${y(pain)}px` }}>
            {pain}
          </span>
        ))}
      </div>
      <svg role="img" aria-label={summary} height={HEIGHT} width="100%">
        {[0, 5, 10].map((pain) => (
          <line key={pain} class="pain-grid" x1="0" x2="100%" y1={y(pain)} y2={y(pain)} />
        ))}
        {shown.map((version) => (
          <g key={version.number} class="pain-version">
            <line x1={x(version.starts_on)} x2={x(version.starts_on)} y1={TOP - 6} y2={y(0)} />
            <text x={x(version.starts_on)} y={12}>
              {words().version(version.number)}
            </text>
          </g>
        ))}
        {(['before', 'after'] as const).map((which) => (
          <Line key={which} which={which} points={medianLine(points, which)} x={x} y={y} />
        ))}
        {points.map((point) => (
          <Dots key={point.id} point={point} x={x(point.date)} y={y} />
        ))}
      </svg>
      <p class="pain-dates small soft figures" aria-hidden="true">
        <span>{plainDay(from, today)}</span>
        <span>{desk.today}</span>
      </p>
    </div>
  );
}

function Dots({ point, x, y }: { point: PainPoint; x: string; y: (pain: number) => number }) {
  return (
    <>
      {point.before !== null && <circle class="pain-dot-before" cx={x} cy={y(point.before)} r="3.5" />}
      {point.after !== null && <circle class="pain-dot-after" cx={x} cy={y(point.after)} r="3.5" />}
    </>
  );
}

interface LineProps {
  which: 'before' | 'after';
  points: { date: string; value: number }[];
  x: (date: string) => string;
  y: (pain: number) => number;
}

/** Straight pieces from day to day: percent coordinates keep dots round at any width, and only lines take them. */
function Line({ which, points, x, y }: LineProps) {
  return (
    <g class={`pain-line-${which}`}>
      {points.slice(1).map((point, index) => {
        const before = points[index] ?? point;
        return (
          <line
            key={point.date}
            x1={x(before.date)}
            y1={y(before.value)}
            x2={x(point.date)}
            y2={y(point.value)}
          />
        );
      })}
    </g>
  );
}

function lastAfter(points: readonly PainPoint[]): number {
  return points.findLast((point) => point.after !== null)?.after ?? points.at(-1)?.before ?? 0;
}

function PainTable({ points, today }: { points: readonly PainPoint[]; today: string }) {
  return (
    <details class="pain-table">
      <summary class="small">{words().table}</summary>
      <table class="figures small">
        <thead>
          <tr>
            {[words().date, words().before, words().after, words().program].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.id}>
              <th scope="row">{plainDay(point.date, today)}</th>
              <td>{point.before ?? '–'}</td>
              <td>{point.after ?? '–'}</td>
              <td>{words().version(point.program)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
