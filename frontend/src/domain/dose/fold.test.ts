import { describe, expect, it } from 'vitest';
import table from '../../../../tests/contract/dose_history.json';
import { courseOf } from './fold';
import type { DoseHistory, DoseSession } from './history';
import { decisionId } from './id';
import { Layers, lower } from './overlay';

// What the shared table leaves open: moments that fall together, and clocks that jump.
const base = table.base as unknown as DoseHistory;
const course = (given: Partial<DoseHistory>) => courseOf({ ...base, ...given });
const session = (given: Partial<DoseSession>): DoseSession => ({
  id: 's1',
  local_date: '2026-03-03',
  started_at: '2026-03-03T06:00:00Z',
  ended_at: '2026-03-03T06:10:00Z',
  recorded_at: '2026-03-03T06:10:00Z',
  pain_before: 3,
  pain_after: 3,
  entries: [],
  ...given,
});
const entry = (technique_id: string, peak: number | null) => ({ technique_id, level: 1, peak });
const first = base.program.items[0]?.technique_id ?? '';
const DAYS = ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-03-${day}`);

describe('the fold of a history', () => {
  it.each([
    ['America/Adak', '2026-03-09T09:00:00.000Z'],
    ['America/Havana', '2026-03-09T04:00:00.000Z'],
    ['Europe/Berlin', '2026-03-08T23:00:00.000Z'],
  ])('begins a date at its first moment, whatever its clock did the day before: %s', (zone, at) => {
    const found = course({ zone, now: '2026-03-10T12:00:00Z', prescribed: DAYS });
    expect(found.decisions).toMatchObject([{ rule: 'D07', on: '2026-03-09', at }]);
  });

  it('begins a date that has no midnight with the hour that it has', () => {
    const program = { ...base.program, since: '2026-03-01' };
    const prescribed = ['2026-03-01', ...DAYS.slice(0, 6)];
    const found = course({ zone: 'America/Havana', now: '2026-03-08T12:00:00Z', program, prescribed });
    expect(found.decisions).toMatchObject([
      { rule: 'D07', on: '2026-03-08', at: '2026-03-08T05:00:00.000Z' },
    ]);
  });

  it('judges what the program does not have, after what it has, and never what told nothing', () => {
    const entries = [entry('z-old', 8), entry('a-old', 9), entry(first, 8), entry('quiet', null)];
    const now = '2026-03-03T12:00:00Z';
    const made = course({ now, sessions: [session({ entries })] }).decisions;
    expect(made.map(({ rule }) => rule)).toEqual(['D02', 'D02', 'D02']);
    expect(new Set(made.map(({ target }) => target))).toEqual(new Set([first, 'a-old', 'z-old']));
    expect(made.filter(({ after }) => after.level === null)).toHaveLength(2);
  });

  it('takes the stronger of two pains of one moment', () => {
    const at = '2026-03-04T06:00:00Z';
    const pains = [4, 7, 5].map((pain) => ({ at, pain }));
    const told = { now: '2026-03-04T12:00:00Z', sessions: [session({ entries: [entry(first, 2)] })], pains };
    expect(course(told).decisions).toMatchObject([{ rule: 'D04', inputs: { deltas: [4] } }]);
  });

  it('plays nothing of a shorter day while a warning sign stands', () => {
    const red = [{ id: 'f', at: '2026-03-03T06:00:00Z' }];
    const made = course({ red, now: '2026-03-10T12:00:00Z', prescribed: DAYS }).decisions;
    expect(made.map(({ rule, before, after }) => [rule, before.s, after.s])).toMatchObject([
      ['D01', expect.any(Number), 0],
      ['D07', 0, 0],
    ]);
  });

  it('makes up for a stop of the same moment as one that was undone', () => {
    const at = '2026-03-03T06:00:00Z';
    const hurts = ['h2', 'h1'].map((id) => ({
      id,
      at,
      technique_id: first,
      feeling: 'sharp' as const,
      discomfort: null,
    }));
    const undone = [decisionId(base.client_id, '2026-03-03', 'D02', first)];
    const made = course({ now: '2026-03-04T12:00:00Z', hurts, undone }).decisions;
    expect(made.map(({ on, source }) => [on, source])).toEqual([
      ['2026-03-03', 'h1'],
      ['2026-03-04', 'h2'],
    ]);
  });
});

it('of two overlays a rest for a pain wins over one for a reaction, from either side', () => {
  const nothing = new Layers().overlay();
  const pain = { ...nothing, paused: { a: 'D02' as const } };
  const reaction = { ...nothing, paused: { a: 'D03' as const, b: 'D03' as const } };
  expect(lower(pain, reaction).paused).toEqual({ a: 'D02', b: 'D03' });
  expect(lower(reaction, pain).paused).toEqual({ a: 'D02', b: 'D03' });
});
