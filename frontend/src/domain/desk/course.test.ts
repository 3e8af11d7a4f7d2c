import { describe, expect, it } from 'vitest';
import type { SessionLog } from '../logs';
import * as C from './course';

function session(id: string, date: string, pain: [number | null, number | null], done = 60): C.LogRow {
  const log: SessionLog = {
    id,
    kind: 'session',
    schema: 1,
    local_date: date,
    tz: 'Europe/Berlin',
    utc_offset_min: 60,
    recorded_at: `${date}T07:10:00Z`,
    program_version: 1,
    started_at: `${date}T07:00:00Z`,
    ended_at: `${date}T07:06:00Z`,
    status: 'complete',
    shortened: false,
    pain_before: pain[0],
    pain_after: pain[1],
    sensations: [],
    word: null,
    items: [
      {
        key: 'i1',
        technique_id: 'wall',
        level: 1,
        side: 'left',
        planned_s: 60,
        done_s: done,
        outcome: 'done',
        skip_reason: null,
        tool: null,
        softening: null,
      },
    ],
  };
  return { seq: Number(id), received_at: `${date}T08:00:00Z`, clock_suspect: false, voided: false, log };
}

describe('pain of the last weeks', () => {
  const rows = [
    session('3', '2026-11-20', [3, 2]),
    session('1', '2026-11-10', [7, 5]),
    session('2', '2026-11-18', [5, null]),
  ];

  it('is one point a practice, oldest first', () => {
    expect(C.painPoints(rows, '2026-11-22', 42).map((point) => point.before)).toEqual([7, 5, 3]);
  });

  it('orders two practices of one day by the hour', () => {
    const [late, early] = [session('1', '2026-11-20', [3, 2]), session('2', '2026-11-20', [6, 5])];
    (late.log as SessionLog).started_at = '2026-11-20T19:00:00Z';
    expect(C.painPoints([late, early], '2026-11-22', 42).map((point) => point.before)).toEqual([6, 3]);
  });

  it('needs one of the two numbers', () => {
    const some = [session('1', '2026-11-20', [null, 2]), session('2', '2026-11-21', [null, null])];
    expect(C.painPoints(some, '2026-11-22', 42).map((point) => point.after)).toEqual([2]);
  });

  it('leaves out what was taken back and what is too old', () => {
    const taken = rows.map((row) => (row.seq === 3 ? { ...row, voided: true } : row));
    expect(C.painPoints(taken, '2026-11-22', 10).map((point) => point.before)).toEqual([5]);
  });
});

describe('logs as they come in', () => {
  it('are grouped by the day that was lived, newest first', () => {
    const rows = [session('1', '2026-11-20', [5, 4]), session('2', '2026-11-21', [5, 4])];
    expect(C.byDay(rows).map((day) => day.date)).toEqual(['2026-11-21', '2026-11-20']);
  });

  it('are newest first within a day, and in the order they came where they were saved at once', () => {
    const rows = [1, 3, 2].map((seq) => session(String(seq), '2026-11-20', [5, 4]));
    const later = session('0', '2026-11-20', [5, 4]);
    later.log.recorded_at = '2026-11-20T20:00:00Z';
    expect(C.byDay([...rows, later])[0]?.rows.map((row) => row.seq)).toEqual([0, 3, 2, 1]);
  });

  it('stay as they are where something else was taken back, or taking back names nothing', () => {
    const one = session('1', '2026-11-20', [5, 4]);
    const gone = { ...session('2', '2026-11-20', [5, 4]), voided: true };
    const void_ = (id: string, voids: unknown): C.LogRow => ({
      ...one,
      log: { id, kind: 'void', schema: 1, local_date: '', tz: '', recorded_at: '', voids },
    });
    const rows = C.mergeRows([one, gone], [void_('a', '2'), void_('b', 7)]);
    expect(rows.filter((row) => row.voided).map((row) => row.log.id)).toEqual(['2']);
  });

  it('are there once even when they come twice', () => {
    const one = session('1', '2026-11-20', [5, 4]);
    expect(C.mergeRows([one], [one])).toHaveLength(1);
  });

  it('are marked as taken back when the taking back comes later', () => {
    const one = session('1', '2026-11-20', [5, 4]);
    const back: C.LogRow = {
      ...session('2', '2026-11-21', [null, null]),
      log: {
        id: 'v',
        kind: 'void',
        schema: 1,
        local_date: '2026-11-21',
        tz: 'UTC',
        utc_offset_min: 0,
        recorded_at: '2026-11-21T08:00:00Z',
        voids: '1',
      },
    };
    expect(C.mergeRows([one], [back]).find((row) => row.log.id === '1')?.voided).toBe(true);
  });
});

describe('an answer', () => {
  const row = (log: object, more: Partial<C.LogRow> = {}): C.LogRow => ({
    seq: 1,
    received_at: '2026-11-20T08:00:00Z',
    clock_suspect: false,
    voided: false,
    log: log as C.StoredLog,
    ...more,
  });
  const reply = { text: 'Rest.', at: '2026-11-20T09:00:00Z', by: { id: 't', name: 'Vera' }, read_at: null };

  it('is for what was said to somebody, once', () => {
    const asked = ['question', 'hurt', 'note', 'check', 'setting'].map((kind) => C.mayAnswer(row({ kind })));
    expect(asked).toEqual([true, true, true, false, false]);
    const practised = session('1', '2026-11-20', [5, 4]).log;
    expect(C.mayAnswer(row({ ...practised, word: 'Softer.' }))).toBe(true);
    expect(C.mayAnswer(row({ ...practised, word: null }))).toBe(false);
    expect(C.mayAnswer(row({ kind: 'question' }, { reply }))).toBe(false);
    expect(C.mayAnswer(row({ kind: 'question' }, { reply: null }))).toBe(true);
    expect(C.mayAnswer(row({ kind: 'question' }, { voided: true }))).toBe(false);
  });
});

describe('what speaks for days off at the desk', () => {
  const hurt = { id: 'h', kind: 'hurt', local_date: '2026-03-02' } as unknown as C.StoredLog;
  const rows = [{ seq: 1, received_at: '', clock_suspect: false, voided: false, log: hurt }];
  const rests = [{ target: 'wall', from: '2026-03-02', until: '2026-03-03' }];

  it('is told by the rests alone, which know when a stop was over', () => {
    expect(C.setbacksIn(rows, rests)).toMatchObject({ hurts: [], rests });
  });

  it('is told by the stops where the server tells of no rests', () => {
    expect(C.setbacksIn(rows).hurts).toEqual([hurt]);
  });
});
