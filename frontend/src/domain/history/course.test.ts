import { describe, expect, it } from 'vitest';
import { aSession } from '../../testing/program';
import type { SessionLog, Softening } from '../logs';
import { median } from '../median';
import { dotsOf, medianLine, painPairs, softeningPairs } from './course';

function practice(date: string, pain: [number | null, number | null], hour = '07'): SessionLog {
  return aSession({
    id: `${date}-${hour}`,
    local_date: date,
    started_at: `${date}T${hour}:00:00Z`,
    pain_before: pain[0],
    pain_after: pain[1],
  });
}

function softened(date: string, told: (Softening | null)[]): SessionLog {
  const [first] = aSession().items;
  if (!first) throw new Error('a session has an item');
  return aSession({ id: date, local_date: date, items: told.map((softening) => ({ ...first, softening })) });
}

describe('pain before and after', () => {
  const told = [
    practice('2026-11-20', [3, 2]),
    practice('2026-11-10', [7, 5]),
    practice('2026-11-18', [5, null]),
  ];

  it('is one pair a practice, oldest first', () => {
    expect(painPairs(told).map((pair) => pair.before)).toEqual([7, 5, 3]);
    expect(
      painPairs([practice('2026-11-20', [3, 2], '19'), practice('2026-11-20', [6, 5])]).map((p) => p.before),
    ).toEqual([6, 3]);
  });

  it('needs one of the two numbers', () => {
    const some = [practice('2026-11-20', [null, 2]), practice('2026-11-21', [null, null])];
    expect(painPairs(some).map((pair) => pair.after)).toEqual([2]);
    expect(dotsOf(painPairs(some), 'before')).toEqual([]);
  });

  it('has a median of seven days, which forgets a week later', () => {
    const line = medianLine(dotsOf(painPairs(told), 'before'));
    expect(line).toEqual([
      { date: '2026-11-10', value: 7 },
      { date: '2026-11-18', value: 5 },
      { date: '2026-11-20', value: 4 },
    ]);
  });

  it('has one point a day however often was practised', () => {
    const twice = [practice('2026-11-20', [3, 2]), practice('2026-11-20', [7, 5], '19')];
    expect(medianLine(dotsOf(painPairs(twice), 'before'))).toEqual([{ date: '2026-11-20', value: 5 }]);
  });
});

describe('softening', () => {
  it('is the middle of the holds that tell it, and nothing where none does', () => {
    const told = [
      softened('2026-11-20', [{ start: 6, end: 2 }, null, { start: 7, end: 4 }, { start: 3, end: 3 }]),
      softened('2026-11-21', [null]),
    ];
    expect(softeningPairs(told)).toMatchObject([{ date: '2026-11-20', before: 6, after: 3 }]);
  });
});

it('takes the mean of two middle numbers', () => {
  expect(median([1, 10, 4, 5])).toBe(4.5);
  expect(median([9])).toBe(9);
});
