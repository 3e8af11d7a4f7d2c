import { describe, expect, it } from 'vitest';
import { anItem, aVersion } from '../testing/program';
import { daysOff, type Setbacks, skippedDates } from './adherence';

const NONE: Setbacks = { sightings: [], hurts: [], reactions: [] };
const FLIGHT = [
  { at_ms: Date.parse('2026-11-23T19:00:00Z'), local_date: '2026-11-24', utc_offset_min: 780 },
  { at_ms: Date.parse('2026-11-23T09:30:00Z'), local_date: '2026-11-22', utc_offset_min: -600 },
];
const STOP = { local_date: '2026-11-21', program_version: 1, technique_id: 'plantar-ball' } as const;

describe('a day off', () => {
  const weekdays = aVersion({ days: [0, 1, 2, 3, 4] });

  it('is a day on which nothing is prescribed', () => {
    expect(daysOff([weekdays], NONE)('2026-11-22')).toBe('rest');
    expect(daysOff([weekdays], NONE)('2026-11-23')).toBe(null);
    expect(daysOff([], NONE)('2026-11-23')).toBe('none');
  });

  it('is a day that travel took away', () => {
    expect(daysOff([weekdays], { ...NONE, sightings: FLIGHT })('2026-11-23')).toBe('travel');
  });

  it('is a day of pause once everything rests, and of reaction while the body answers', () => {
    const setbacks = (feeling: 'sharp' | 'too_much', answer: string): Setbacks => ({
      ...NONE,
      hurts: [{ ...STOP, feeling }],
      reactions: [{ local_date: '2026-11-23', answer }],
    });
    expect(daysOff([weekdays], setbacks('sharp', 'gone'))('2026-11-23')).toBe('pause');
    expect(daysOff([weekdays], setbacks('too_much', 'still'))('2026-11-23')).toBe('reaction');
    expect(daysOff([weekdays], setbacks('too_much', 'gone'))('2026-11-23')).toBe(null);
  });

  it('is not a pause while one technique goes on, before the stop, or under a newer program', () => {
    const stopped: Setbacks = { ...NONE, hurts: [{ ...STOP, feeling: 'sharp' }] };
    const two = aVersion({ items: [anItem(), anItem({ key: 'i2', technique_id: 'temple-hold' })] });
    expect(daysOff([two], stopped)('2026-11-23')).toBe(null);
    expect(daysOff([aVersion()], stopped)('2026-11-20')).toBe(null);
    expect(daysOff([aVersion({ number: 2 })], stopped)('2026-11-23')).toBe(null);
  });
});

it('takes two sightings of one instant in the order of their dates', () => {
  const [after, before] = FLIGHT.map((seen) => ({ ...seen, at_ms: 0 }));
  if (!after || !before) throw new Error('the flight has two ends');
  expect([...skippedDates([after, before])]).toEqual(['2026-11-23']);
  expect([...skippedDates([before, after])]).toEqual(['2026-11-23']);
});
