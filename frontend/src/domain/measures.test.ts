import { expect, it } from 'vitest';
import table from '../../../tests/contract/measures.json';
import {
  dueMeasures,
  goalsIn,
  type MeasureCourse,
  measureCourses,
  type Reading,
  readingOf,
} from './measures';

interface Case<In, Out> {
  name: string;
  in: In;
  out: Out;
}

type Asked = Parameters<typeof dueMeasures>[0] & { not_before?: string };
interface Told {
  since: string | null;
  readings: Reading[];
}

it.each(table.due as unknown as Case<Asked, unknown>[])('due: $name', ({ in: asked, out }) => {
  expect(dueMeasures({ ...asked, notBefore: asked.not_before ?? null })).toEqual(out);
});

it.each(table.readings as Case<{ measure_id: string; values: unknown }, unknown>[])(
  'reading: $name',
  ({ in: { measure_id, values }, out }) => {
    expect(readingOf(measure_id, '2026-03-02', values)?.values ?? null).toEqual(out);
  },
);

it.each(table.goals as Case<unknown, unknown>[])('goals: $name', ({ in: answer, out }) => {
  expect(goalsIn(answer)).toEqual(out);
});

it.each(table.courses as unknown as Case<Told, MeasureCourse[]>[])('course: $name', ({ in: told, out }) => {
  expect(measureCourses(told.readings, told.since)).toEqual(out);
});
