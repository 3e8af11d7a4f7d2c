import { describe, expect, it } from 'vitest';
import { aSession, aVersion } from '../../testing/program';
import { daysOff } from '../adherence';
import { voidLog } from '../client-logs';
import { dayMark, monthOf, pageOf, setbacksOf, shiftMonth, type Told, totalOf, weekOf } from './calendar';

const TODAY = '2026-11-22';
const session = aSession({ local_date: '2026-11-21' });
const still = { ...session, items: session.items.map((entry) => ({ ...entry, done_s: 0 })) };
const workdays = daysOff([aVersion({ starts_on: '2026-11-01', days: [0, 1, 2, 3, 4, 6] })], setbacksOf([]));

describe('what is drawn for a date', () => {
  it('is its slice where something was practised, on a day off too', () => {
    expect(dayMark('2026-11-21', TODAY, [session], workdays)).toEqual({
      kind: 'practised',
      parts: [1],
      done_s: 180,
    });
  });

  it('is a day off where nothing was asked for', () => {
    expect(dayMark('2026-11-21', TODAY, [], workdays)).toEqual({ kind: 'off', why: 'rest' });
  });

  it('is a quiet day, today still open, tomorrow ahead', () => {
    expect(dayMark('2026-11-20', TODAY, [session], workdays)).toEqual({ kind: 'quiet' });
    expect(dayMark(TODAY, TODAY, [], workdays)).toEqual({ kind: 'open' });
    expect(dayMark('2026-11-23', TODAY, [], workdays)).toEqual({ kind: 'ahead' });
  });

  it('is no practice where a player was only opened', () => {
    expect(dayMark('2026-11-21', TODAY, [still], workdays)).toEqual({ kind: 'off', why: 'rest' });
  });
});

describe('what speaks for days off', () => {
  const hurt: Told & Record<string, unknown> = {
    id: 'h',
    kind: 'hurt',
    local_date: '2026-11-20',
    feeling: 'sharp',
  };
  const sore: Told & Record<string, unknown> = {
    id: 'r',
    kind: 'reaction',
    local_date: '2026-11-20',
    answer: 'still',
  };

  it('is travel, stops and reactions, out of everything that was told', () => {
    const found = setbacksOf([session, hurt, sore, { id: 'n', kind: 'note', local_date: TODAY }]);
    expect(found.sightings).toEqual([
      { at_ms: Date.parse(session.started_at), local_date: '2026-11-21', utc_offset_min: 60 },
    ]);
    expect([found.hurts, found.reactions]).toEqual([[hurt], [sore]]);
  });

  it('is nothing that was taken back', () => {
    const back = voidLog('h', 'v', 0, 'UTC');
    expect(setbacksOf([hurt, back]).hurts).toEqual([]);
  });
});

it('counts days with practice, and their seconds', () => {
  expect(totalOf([session, { ...session, id: 'b' }, still])).toEqual({ days: 1, done_s: 360 });
});

it('knows its months and weeks', () => {
  expect(monthOf(TODAY)).toBe('2026-11');
  expect(pageOf('2026-11')).toMatchObject({ offset: 6 });
  expect(pageOf('2028-02').dates).toHaveLength(29);
  expect(shiftMonth('2026-01', -1)).toBe('2025-12');
  expect(shiftMonth('2026-12', 1)).toBe('2027-01');
  expect(weekOf(TODAY)).toEqual(expect.arrayContaining(['2026-11-16', TODAY]));
  expect(weekOf('2026-11-16')[6]).toBe(TODAY);
});
