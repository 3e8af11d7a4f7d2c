import { expect, it } from 'vitest';
import table from '../../../tests/contract/consistency.json';
import type { PlannedVersion, Practice, Setbacks } from './adherence';
import { type Consistency, consistency, latelyOf } from './consistency';
import { localDate, utcOffsetMin } from './days';

interface Told {
  id: string;
  started_at: string;
  tz: string;
  items: Practice['items'];
}

interface Given {
  now: string;
  zone: string;
  versions: PlannedVersion[];
  sessions: Told[];
  voided?: string[];
  hurts?: Setbacks['hurts'];
  reactions?: Setbacks['reactions'];
  rests?: Setbacks['rests'];
}

const cases = table.cases as unknown as { name: string; in: Given; out: Consistency }[];

it.each(cases)('$name', ({ in: given, out }) => {
  const { now, zone, versions, voided = [], hurts = [], reactions = [], rests } = given;
  const standing = given.sessions
    .filter(({ id }) => !voided.includes(id))
    .map(({ id, started_at, tz, items }) => {
      const at_ms = Date.parse(started_at);
      return { id, items, at_ms, local_date: localDate(at_ms, tz), utc_offset_min: utcOffsetMin(at_ms, tz) };
    });
  const today = localDate(Date.parse(now), zone);
  const told = [versions, standing, today, { sightings: standing, hurts, reactions, rests }] as const;
  expect(consistency(...told)).toEqual(out);
  const { done_s, weeks_kept, weeks } = out;
  expect(latelyOf(...told)).toEqual({ done_s, weeks_kept, weeks });
});
