import { useMemo, useState } from 'preact/hooks';
import { type PainPoint, painPoints } from '../../../../domain/desk/course';
import { frameOf, RANGES, type Range } from '../../../../domain/desk/page/chart';
import { standingVisits } from '../../../../domain/desk/page/facts';
import type { ClientFile } from '../../../../sync/desk/client';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { Chip, Chips } from '../../../../ui';
import { Section } from '../../parts/page';
import { plainDay } from '../../parts/when';
import { Drawing, type Mark } from './drawing';
import './graph.css';
import type { PageData } from './use-page';

const words = () => desk.client.pain;
/** More than any course has. */
const EVER = 36_500;
/** Letters of a reason under the graph. */
const LONGEST = 70;
/** The newest that are said under the graph; the line of time has all of them. */
const MARKS = 8;

export interface GraphProps {
  file: ClientFile;
  data: PageData;
  /** On paper: one range, nothing to tap. */
  still?: Range;
}

/** Pain before and after each practice, with its weeks' medians, and what was changed or done when. */
export function Graph({ file, data, still }: GraphProps) {
  const { today, told } = data;
  const [range, setRange] = useState<Range>(still ?? 'weeks6');
  const all = useMemo(() => painPoints(told.rows, today, EVER), [told, today]);
  const frame = useMemo(() => frameOf(all, today, range), [all, today, range]);
  const points = useMemo(() => all.filter((point) => point.date >= frame.from), [all, frame]);
  const [at, setAt] = useState<number | null>(null);
  if (all.length === 0) {
    return (
      <Section title={words().title}>
        <p class="soft">{words().none}</p>
      </Section>
    );
  }
  const chosen = at === null ? null : (points[Math.min(at, points.length - 1)] ?? null);
  const marks = marksOf(file, data).filter((mark) => mark.date >= frame.from && mark.date <= frame.to);
  const day = (date: string) => plainDay(date, today);
  const first = points.find((point) => point.before !== null)?.before ?? page.value.none;
  const last = points.findLast((point) => point.after !== null)?.after ?? page.value.none;
  return (
    <Section title={words().title} aside={!still && <RangeChips range={range} onRange={setRange} />}>
      <figure class="graph">
        <Drawing
          label={words().summary(points.length, first, last)}
          frame={frame}
          points={points}
          marks={marks}
          chosen={chosen}
          day={day}
        />
        {!still && points.length > 0 && (
          <Pick points={points} at={at ?? points.length - 1} onAt={setAt} day={day} />
        )}
        <Legend marks={marks} day={day} words={still === undefined} />
        {!still && <PointTable points={points} day={day} />}
      </figure>
    </Section>
  );
}

type Words = { words: string };

function marksOf({ program }: ClientFile, { visits }: PageData): (Mark & Words)[] {
  const all: (Mark & Words)[] = [
    ...program.versions.map((one) => ({
      id: `v${one.number}`,
      kind: 'version' as const,
      date: one.starts_on,
      label: words().version(one.number),
      words: shortened(one.reason),
    })),
    ...standingVisits(visits).map((one) => ({
      id: one.id,
      kind: 'visit' as const,
      date: one.on,
      label: page.graph.visit,
      words: page.time.work(one.minutes, one.kind),
    })),
  ];
  return all.sort((a, b) => a.date.localeCompare(b.date));
}

/** The reason stands in full among what changed. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const whole = text.slice(0, LONGEST);
  return `${whole.slice(0, Math.max(whole.lastIndexOf(' '), 1))} …`;
}

function RangeChips({ range, onRange }: { range: Range; onRange: (range: Range) => void }) {
  return (
    <Chips label={page.graph.range}>
      {RANGES.map((one) => (
        <Chip key={one} pressed={one === range} onToggle={() => onRange(one)}>
          {page.graph.ranges[one]}
        </Chip>
      ))}
    </Chips>
  );
}

interface PickProps {
  points: readonly PainPoint[];
  at: number;
  onAt: (at: number) => void;
  day: (date: string) => string;
}

/** One practice after the other, by arrow keys or a finger, each in words. */
function Pick({ points, at, onAt, day }: PickProps) {
  const point = points[Math.min(at, points.length - 1)];
  if (!point) return null;
  const told = (value: number | null) => (value === null ? page.value.none : String(value));
  const said = page.graph.point(day(point.date), told(point.before), told(point.after), point.program);
  return (
    <div class="graph-pick no-paper">
      <input
        type="range"
        min={0}
        max={points.length - 1}
        value={Math.min(at, points.length - 1)}
        aria-label={page.graph.pick}
        aria-valuetext={said}
        onInput={(event) => onAt(Number(event.currentTarget.value))}
      />
      <p class="small figures" aria-hidden="true">
        {said}
      </p>
    </div>
  );
}

interface LegendProps {
  marks: readonly (Mark & Words)[];
  day: (date: string) => string;
  words: boolean;
}

function Legend({ marks, day, words: inWords }: LegendProps) {
  const named = marks.filter((mark) => mark.words);
  const listed = named.slice(-MARKS);
  return (
    <figcaption class="graph-legend small soft">
      <span>{page.graph.scale}</span>
      <span class="graph-key graph-key-before">{words().before}</span>
      <span class="graph-key graph-key-after">{words().after}</span>
      <span>{page.graph.median}</span>
      <span class="graph-key graph-key-band">{page.graph.band}</span>
      {inWords && named.length > 0 && (
        <ul class="graph-marks figures" aria-label={page.graph.marks}>
          {listed.map((mark) => (
            <li key={mark.id}>
              <strong>{mark.label}</strong> {day(mark.date)}: {mark.words}
            </li>
          ))}
          {named.length > listed.length && <li>{page.graph.earlier(named.length - listed.length)}</li>}
        </ul>
      )}
    </figcaption>
  );
}

/** The same numbers as a table: always there to be heard, to be seen when asked for. */
function PointTable({ points, day }: { points: readonly PainPoint[]; day: (date: string) => string }) {
  const [shown, setShown] = useState(false);
  const { date, before, after, program } = words();
  return (
    <>
      <button
        type="button"
        class="text-button small no-paper graph-toggle"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {page.graph.table}
      </button>
      <div class={shown ? 'graph-table' : 'only-heard'}>
        <table class="figures small">
          <caption class="only-heard">{words().title}</caption>
          <thead>
            <tr>
              {[date, before, after, program].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <tr key={point.id}>
                <th scope="row">{day(point.date)}</th>
                <td>{point.before ?? '–'}</td>
                <td>{point.after ?? '–'}</td>
                <td>{words().version(point.program)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
