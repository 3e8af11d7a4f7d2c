import { useState } from 'preact/hooks';
import { goalRows, measureRows } from '../../../../domain/desk/measures';
import { type MeasureCourse, type MeasureId, measureCourses } from '../../../../domain/measures';
import type { MeasuresFile } from '../../../../sync/desk/measures';
import { desk } from '../../../../text/desk';
import { Button, Course } from '../../../../ui';
import { Section } from '../../parts/page';
import { plainDay } from '../../parts/when';
import { TakeForm } from './take-form';

const words = () => desk.measures;
const SERIES = [
  ['pain_avg', 'before'],
  ['psfs', 'after'],
] as const;

interface MeasuresProps {
  id: string;
  file: MeasuresFile;
  today: string;
  onTaken: (file: MeasuresFile) => void;
}

/** Her measures against the start, in words, as a small figure and as a table. */
export function MeasuresPart({ id, file, today, onTaken }: MeasuresProps) {
  const [taking, setTaking] = useState(false);
  const courses = measureCourses(file.readings, file.since);
  const { due } = file;
  const taken = (fresh: MeasuresFile | null) => {
    setTaking(false);
    if (fresh) onTaken(fresh);
  };
  return (
    <Section
      title={words().title}
      aside={
        due &&
        words().due(
          due.weeks,
          due.measures.map((one) => words().names[one]),
        )
      }
    >
      <dl class="measures-list">
        {courses.map((course) => (
          <div key={course.measure_id}>
            <dt>{words().names[course.measure_id]}</dt>
            <dd class="figures">{saidOf(course, today)}</dd>
          </div>
        ))}
      </dl>
      <Figure file={file} courses={courses} today={today} />
      {taking ? (
        <TakeForm id={id} goals={file.goals} started={due === null || due.weeks > 0} onDone={taken} />
      ) : (
        <div class="measures-ask">
          <Button kind="quiet" onClick={() => setTaking(true)}>
            {words().take}
          </Button>
        </div>
      )}
    </Section>
  );
}

export function saidOf({ measure_id, points, change }: MeasureCourse, today: string): string {
  const last = points.at(-1);
  const day = (date: string) => plainDay(date, today);
  if (!last) return words().none;
  if (!change) return words().one(last.score, day(last.on));
  const { start, start_on, now, now_on, by, reach, way } = change;
  const told =
    measure_id === 'groc' || start === null || start_on === null
      ? words().said(now, way, day(now_on))
      : words().from(start, day(start_on), now, day(now_on), by);
  return way === 'same' ? told : `${told} ${words().reach(reach)}`;
}

interface FigureProps {
  file: MeasuresFile;
  courses: readonly MeasureCourse[];
  today: string;
}

function Figure({ file, courses, today }: FigureProps) {
  const rows = measureRows(courses);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  const points = (id: MeasureId) =>
    (courses.find((one) => one.measure_id === id)?.points ?? []).map(({ on, score }) => ({
      date: on,
      value: score,
    }));
  const { painSeries, goalSeries, names, day } = words();
  const cell = (value: number | null) => value ?? '–';
  return (
    <div class="measures-figure">
      <Course
        label={words().chart(rows.length)}
        from={first.on}
        to={last.on === first.on ? today : last.on}
        ends={[plainDay(first.on, today), plainDay(last.on === first.on ? today : last.on, today)]}
        series={SERIES.map(([id, tone]) => ({
          tone,
          name: id === 'psfs' ? goalSeries : painSeries,
          dots: points(id),
          line: points(id),
        }))}
        notes={[words().note]}
        table={{
          title: words().table,
          heads: [day, names.pain_avg, names.psfs, names.groc],
          rows: rows.map(({ on, scores }) => ({
            id: on,
            head: plainDay(on, today),
            cells: [cell(scores.pain_avg), cell(scores.psfs), cell(scores.groc)],
          })),
        }}
      />
      <GoalTable file={file} />
    </div>
  );
}

function GoalTable({ file }: { file: MeasuresFile }) {
  const rows = goalRows(file.readings, file.goals);
  if (rows.length === 0) return null;
  const { goals, goal, start, now } = words();
  return (
    <table class="measures-goals figures small">
      <caption class="only-heard">{goals}</caption>
      <thead>
        <tr>
          {[goal, start, now].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.goal}>
            <th scope="row">{row.goal}</th>
            <td>{row.start ?? '–'}</td>
            <td>{row.now ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
