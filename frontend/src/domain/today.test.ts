import { describe, expect, it } from 'vitest';
import { anItem, aSession, aVersion } from '../testing/program';
import { voidLog } from './client-logs';
import { daySlice, practisedS } from './history/filled';
import {
  comingVersion,
  nextPractice,
  shareDone,
  therapistOf,
  validSessions,
  versionOn,
  versionsOf,
} from './today';
import type { SessionEntry, SessionLog } from './types';

const MONDAYS = aVersion({ number: 1, starts_on: '2026-11-01', days: [0] });
const DAILY = aVersion({ number: 2, starts_on: '2026-11-25' });

/** A session with these done seconds, a side each; 90 s were planned on each. */
function session(
  done: number[],
  given: Partial<SessionLog> = {},
  entry: Partial<SessionEntry> = {},
): SessionLog {
  const [first] = aSession().items;
  const items = done.map((done_s) => ({ ...(first as SessionEntry), done_s, ...entry }));
  return aSession({ items, ...given });
}

describe('whom to name', () => {
  it('is the therapist, or the practice while there is none', () => {
    expect(therapistOf({ therapist_name: 'Mara', practice_name: 'By the lake' })).toBe('Mara');
    expect(therapistOf({ therapist_name: '', practice_name: 'By the lake' })).toBe('By the lake');
  });
});

describe('the version of a day', () => {
  const view = { program: DAILY, earlier: [MONDAYS] };

  it('is the older one until the newer one starts', () => {
    expect(versionOn(view, '2026-11-24')?.number).toBe(1);
    expect(versionOn(view, '2026-11-25')?.number).toBe(2);
  });

  it('is none before the first one starts, and none without a program', () => {
    expect(versionOn(view, '2026-10-31')).toBe(null);
    expect(versionsOf({ program: null, earlier: [] })).toEqual([]);
  });

  it('is told ahead while it is still to come', () => {
    expect(comingVersion(view, '2026-11-24')?.number).toBe(2);
    expect(comingVersion(view, '2026-11-25')).toBe(null);
    expect(comingVersion({ program: null }, '2026-11-25')).toBe(null);
  });
});

describe('the next practice', () => {
  const view = { program: MONDAYS, earlier: [] };

  it('is the first of the dates with something to do', () => {
    expect(nextPractice(view, ['2026-11-21', '2026-11-22', '2026-11-23'])).toBe('2026-11-23');
  });

  it('is none where nothing is prescribed, or nothing has started', () => {
    expect(nextPractice(view, ['2026-11-24'])).toBe(null);
    expect(nextPractice(view, ['2026-10-31'])).toBe(null);
  });
});

it('leaves out sessions that were taken back', () => {
  const kept = aSession({ id: 'kept' });
  const taken = voidLog('taken', 'v', 0, 'UTC');
  expect(validSessions([aSession({ id: 'taken' }), kept, taken])).toEqual([kept]);
});

describe('how much of an item is done', () => {
  const item = anItem({ dose_s: 180 });

  it('is nothing before the first practice, and nothing where there is nothing to do', () => {
    expect(shareDone(item, [])).toBe(0);
    expect(shareDone({ ...item, dose_s: 0 }, [session([0], {}, { outcome: 'partial' })])).toBe(0);
  });

  it('is its share of the dose over all of the day, and whole from 80 % on', () => {
    const part = { outcome: 'partial' } as const;
    expect(shareDone(item, [session([45, 0], {}, part)])).toBe(0.25);
    expect(shareDone(item, [session([72, 0], {}, part), session([72], {}, part)])).toBe(1);
  });

  it('is whole where every side was done, even by a gentler way with less time', () => {
    expect(shareDone(item, [session([30, 30])])).toBe(1);
  });

  it('is not whole because the two minutes of a short day were done', () => {
    expect(shareDone(item, [session([45], { shortened: true })])).toBe(0.25);
  });

  it('counts only its own technique', () => {
    expect(shareDone(item, [session([90, 90], {}, { technique_id: 'other' })])).toBe(0);
  });
});

describe('the slice of a day in the month', () => {
  it('has one part a technique, and is empty without practice', () => {
    const [left] = session([45], {}, { technique_id: 'a' }).items;
    const [right] = session([90], {}, { technique_id: 'b' }).items;
    expect(daySlice([aSession({ items: [left, right] as SessionEntry[] })])).toEqual([0.5, 1]);
    expect(daySlice([])).toEqual([]);
  });

  it('counts the plan once: a second practice is extra, not more duty', () => {
    expect(daySlice([session([45]), session([27])])).toEqual([1]);
  });

  it('is pale where a technique was planned with no time', () => {
    expect(daySlice([session([0], {}, { planned_s: 0 })])).toEqual([0]);
  });
});

it('sums what was done', () => {
  expect(practisedS([session([45, 30]), session([5])])).toBe(80);
});
