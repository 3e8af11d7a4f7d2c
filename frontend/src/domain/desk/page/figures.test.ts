import { describe, expect, it } from 'vitest';
import { practised } from '../../../testing/desk-samples';
import type { SessionLog } from '../../logs';
import type { LogRow } from '../course';
import { toldIn } from './facts';
import { figuresOf } from './figures';
import { responses } from './response';
import type { Start } from './since';

const TODAY = '2026-11-22';
const WEEKS: Start = { why: 'weeks', date: '2026-10-26', at: null, number: null };
const VISIT: Start = { why: 'visit', date: '2026-11-15', at: '2026-11-15T15:00:00Z', number: null };
const NONE = { sightings: [], hurts: [], reactions: [] };
const plan = {
  number: 1,
  starts_on: '2026-10-01',
  days: [0, 1, 2, 3, 4, 5, 6],
  items: [{ days: null, dose_s: 24 }],
};

let made = 0;
function session(date: string, before: number | null, after: number | null, done_s = 24): LogRow {
  made += 1;
  const sample = practised.log as SessionLog;
  const items = sample.items.map((entry) => ({ ...entry, done_s }));
  const at = `${date}T06:00:00Z`;
  return {
    ...practised,
    seq: made,
    log: {
      ...sample,
      id: `s${made}`,
      local_date: date,
      started_at: at,
      recorded_at: at,
      pain_before: before,
      pain_after: after,
      items,
    },
  };
}
const figures = (rows: LogRow[], start = WEEKS) => figuresOf(toldIn(rows), [plan], NONE, start, TODAY);
const verdict = (earlier: number[], lately: number[]) =>
  figures(
    [
      ...earlier.map((pain) => session('2026-11-10', pain, null)),
      ...lately.map((pain) => session('2026-11-20', pain, null)),
    ],
    VISIT,
  ).before.verdict;

describe('figures', () => {
  it('are none where nothing was told', () => {
    const empty = figures([]);
    expect(empty.kept).toEqual({ kept: 0, prescribed: 27 });
    expect([empty.practices, empty.seconds, empty.stops]).toEqual([0, 0, 0]);
    expect(empty.change.all).toEqual({ value: null, n: 0 });
    expect(empty.peaks).toEqual({ highest: null, n: 0, over: 0 });
    expect(empty.before.verdict).toBe('few');
    expect(responses([])).toEqual([]);
  });

  it('count the date of a visit only when she practised after it', () => {
    expect(figures([], VISIT).kept).toEqual({ kept: 0, prescribed: 6 });
    const evening = session('2026-11-15', 5, 4);
    (evening.log as SessionLog).started_at = '2026-11-15T18:00:00Z';
    expect(figures([evening], VISIT).kept).toEqual({ kept: 1, prescribed: 7 });
    expect(figures([session('2026-11-15', 5, 4)], VISIT).kept).toEqual({ kept: 0, prescribed: 6 });
  });

  it('count every second of a date that asks for nothing', () => {
    const early = session('2026-10-30', 5, 4, 500);
    expect(figuresOf(toldIn([early]), [], NONE, WEEKS, TODAY).seconds).toBe(500);
    expect(figures([early]).seconds).toBe(36);
  });

  it('compare with the week before a whole date', () => {
    const rows = [session('2026-10-19', 8, 7), session('2026-10-25', 6, 5), session('2026-10-18', 1, 1)];
    expect(figures(rows).before.earlier).toEqual({ value: 7, n: 2 });
  });

  it('say of pain before only what people would notice', () => {
    expect(verdict([6], [4, 4])).toBe('few');
    expect(verdict([6, 6], [4])).toBe('few');
    expect(verdict([6, 6], [])).toBe('few');
    expect(verdict([5, 5], [4, 4])).toBe('small');
    expect(verdict([8, 8], [6, 6])).toBe('small');
    expect(verdict([6, 6], [4, 4])).toBe('eased');
    expect(verdict([4, 4], [6, 6])).toBe('stronger');
  });

  it('leave out of the sides a practice in which nothing was done', () => {
    const { change } = figures([session('2026-11-20', 5, 4, 0)]);
    expect([change.all.n, change.left.n, change.right.n, change.both.n]).toEqual([1, 0, 0, 0]);
  });
});

describe('the response to techniques', () => {
  const of = (id: string, changes: (number | null)[]) =>
    changes.map((by) => {
      const { log } = session('2026-11-20', by === null ? null : 5, by === null ? null : 5 + by);
      const one = log as SessionLog;
      return { ...one, items: one.items.map((entry) => ({ ...entry, technique_id: id })) };
    });

  it('puts what helped most first, then what rests on more, and too few last', () => {
    const sessions = [
      ...of('few', [-5, -5, -5, -5]),
      ...of('silent', [null]),
      ...of('same', [-1, -1, -1, -1, -1]),
      ...of('more', [-1, -1, -1, -1, -1, -1]),
      ...of('best', [-2, -2, -2, -2, -2]),
    ];
    expect(responses(sessions).map((one) => one.technique_id)).toEqual([
      'best',
      'more',
      'same',
      'few',
      'silent',
    ]);
    expect(responses(sessions).map((one) => one.few)).toEqual([false, false, false, true, true]);
  });
});
