import { describe, expect, it } from 'vitest';
import {
  courseParts,
  draftOf,
  freshVisit,
  gentleAfter,
  isLeast,
  isMost,
  stepped,
  type Visit,
  visitFaults,
} from './visits';

const vera = { id: 't1', name: 'Vera' };
const visit: Visit = {
  id: 'v1',
  on: '2026-11-20',
  at: '2026-11-20T09:00:00Z',
  minutes: 60,
  kind: 'indirect',
  regions: [{ region: 'calf', side: 'left' }],
  note: 'Softer.',
  reaction: 'Warm.',
  by: vera,
  written_at: '2026-11-20T09:00:00Z',
  replaces: null,
  replaced_by: null,
  withdrawn: null,
};
const AT = Date.parse(visit.at);
const TWO_DAYS = 48 * 3_600_000;

describe('a visit that is written down', () => {
  it('is of today and takes as long as usual, which is 50 minutes where nothing else is known', () => {
    expect(freshVisit([], '2026-11-22')).toEqual({
      on: '2026-11-22',
      minutes: 50,
      kind: null,
      regions: [],
      note: '',
      reaction: '',
    });
    const back = { ...visit, id: 'v0', minutes: 30, withdrawn: { by: vera, at: visit.at } };
    expect(freshVisit([back, visit], '2026-11-22').minutes).toBe(60);
  });

  it('is corrected from what it says', () => {
    const { on, minutes, kind, regions, note, reaction } = visit;
    expect(draftOf(visit)).toEqual({ on, minutes, kind, regions, note, reaction });
  });

  it('needs a day that was and how it was done', () => {
    const fresh = freshVisit([], '2026-11-22');
    expect(visitFaults(fresh, '2026-11-22')).toEqual({ kind: 'empty' });
    expect(visitFaults({ ...fresh, kind: 'both' }, '2026-11-22')).toEqual({});
    expect(visitFaults({ ...fresh, kind: 'both', on: '' }, '2026-11-22')).toEqual({ on: 'empty' });
    expect(visitFaults({ ...fresh, kind: 'both', on: '2026-11-23' }, '2026-11-22')).toEqual({ on: 'ahead' });
  });

  it('takes five minutes more or less, from 5 to 300', () => {
    expect([stepped(50, 1), stepped(50, -1), stepped(52, 1), stepped(5, -1), stepped(300, 1)]).toEqual([
      55, 45, 55, 5, 300,
    ]);
    expect([isLeast(5), isLeast(10), isMost(300), isMost(295)]).toEqual([true, false, true, false]);
  });

  it('keeps practice gentle for 48 hours, unless it stands no more', () => {
    expect(gentleAfter(visit, AT + TWO_DAYS)).toBe(AT + TWO_DAYS);
    expect(gentleAfter(visit, AT + TWO_DAYS + 1)).toBeNull();
    expect(gentleAfter({ ...visit, replaced_by: 'v2' }, AT)).toBeNull();
  });
});

it('a course has a segment for each visit that was planned', () => {
  const course = { visits_planned: 3, started_on: visit.on, next_review: null, by: vera, at: visit.at };
  expect(courseParts({ ...course, visits_done: 2 })).toEqual([1, 1, 0]);
  expect(courseParts({ ...course, visits_done: 5 })).toEqual([1, 1, 1]);
});
