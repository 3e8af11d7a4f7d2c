import { daysBetween } from '../domain/days';
import type { Dot } from '../domain/history/course';
import './course.css';

export interface Series {
  /** How it is drawn: hollow and soft, or full and strong. Never told by colour alone. */
  tone: 'before' | 'after';
  name: string;
  dots: readonly Dot[];
  /** The line through the medians. */
  line: readonly Dot[];
}

export interface CourseProps {
  /** The whole drawing in one sentence. */
  label: string;
  from: string;
  to: string;
  /** What stands under the first and the last date. */
  ends: readonly [string, string];
  series: readonly Series[];
  marks?: readonly { date: string; label: string }[];
  /** What else the drawing shows, in words. */
  notes: readonly string[];
  table: CourseTableProps;
}

export interface CourseTableProps {
  title: string;
  heads: readonly string[];
  rows: readonly { id: string; head: string; cells: readonly (string | number)[] }[];
}

const HIGH = 10;
const SCALE = [10, 5, 0];
/** Pixels of the drawing: 0 stands at the bottom, 10 at the top, room for the marks above. */
const TOP = 22;
const STEP = 12;
const HEIGHT = TOP + HIGH * STEP + 10;

/** Numbers from 0 to 10 over days: a dot a number, a line of medians, and the same as a table. */
export function Course({ series, notes, table, ...drawing }: CourseProps) {
  return (
    <figure class="course">
      <Drawing series={series} {...drawing} />
      <figcaption class="course-legend small soft">
        {series.map(({ tone, name }) => (
          <span key={tone} class={`course-key course-key-${tone}`}>
            {name}
          </span>
        ))}
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </figcaption>
      <CourseTable {...table} />
    </figure>
  );
}

type DrawingProps = Omit<CourseProps, 'notes' | 'table'>;

/** Time runs from left to right in every language, as on a clinician's chart; percent keeps dots round at any width. */
function Drawing({ label, from, to, ends, series, marks = [] }: DrawingProps) {
  const span = Math.max(1, daysBetween(from, to));
  const x = (date: string) => `${(2 + (96 * daysBetween(from, date)) / span).toFixed(2)}%`;
  return (
    <div class="course-drawing" dir="ltr">
      <div class="course-axis small soft figures" aria-hidden="true">
        {SCALE.map((mark) => (
          <span key={mark} style={{ insetBlockStart: `${y(mark)}px` }}>
            {mark}
          </span>
        ))}
      </div>
      <svg role="img" aria-label={label} height={HEIGHT} width="100%">
        {SCALE.map((mark) => (
          <line key={mark} class="course-grid" x1="0" x2="100%" y1={y(mark)} y2={y(mark)} />
        ))}
        {marks
          .filter(({ date }) => date >= from && date <= to)
          .map((mark) => (
            <g key={mark.date} class="course-mark">
              <line x1={x(mark.date)} x2={x(mark.date)} y1={TOP - 6} y2={y(0)} />
              <text x={x(mark.date)} y={12}>
                {mark.label}
              </text>
            </g>
          ))}
        {series.map((one) => (
          <Line key={one.tone} series={one} x={x} />
        ))}
        {series.map((one) => (
          <g key={one.tone} class={`course-dots-${one.tone}`}>
            {one.dots.map((dot, index) => (
              <circle key={index} cx={x(dot.date)} cy={y(dot.value)} r="3.5" />
            ))}
          </g>
        ))}
      </svg>
      <p class="course-ends small soft figures" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  );
}

function y(value: number): number {
  return TOP + (HIGH - value) * STEP;
}

/** Straight pieces from day to day: only lines take coordinates in percent. */
function Line({ series, x }: { series: Series; x: (date: string) => string }) {
  return (
    <g class={`course-line-${series.tone}`}>
      {series.line.slice(1).map((dot, index) => {
        const before = series.line[index] ?? dot;
        return (
          <line key={dot.date} x1={x(before.date)} y1={y(before.value)} x2={x(dot.date)} y2={y(dot.value)} />
        );
      })}
    </g>
  );
}

function CourseTable({ title, heads, rows }: CourseTableProps) {
  return (
    <details class="course-table">
      <summary class="small">{title}</summary>
      <table class="figures small">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
