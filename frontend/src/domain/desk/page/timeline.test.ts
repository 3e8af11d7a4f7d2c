import { describe, expect, it } from 'vitest';
import { question } from '../../../testing/desk-inbox';
import { practised, stoppedLog } from '../../../testing/desk-samples';
import type { LogRow } from '../course';
import type { Alert } from '../inbox';
import type { Visit } from '../visits';
import { toldIn } from './facts';
import { timeline } from './timeline';

const decision = (id: string, at: string, withdrawn_at: string | null = null) => ({ id, at, withdrawn_at });
const visit: Visit = {
  id: 'visit',
  on: '2026-11-18',
  at: '2026-11-18T15:00:00Z',
  minutes: 50,
  kind: 'both',
  regions: [],
  note: '',
  reaction: '',
  by: { id: 't1', name: 'Marit' },
  written_at: '2026-11-18T16:00:00Z',
  replaces: null,
  replaced_by: null,
  withdrawn: null,
};
const log = (id: string, at: string, more: Record<string, unknown>, voided = false): LogRow => ({
  ...practised,
  seq: 1,
  voided,
  log: {
    id,
    schema: 1,
    local_date: at.slice(0, 10),
    tz: 'Europe/Berlin',
    recorded_at: at,
    kind: 'note',
    ...more,
  },
});

describe('the line of time', () => {
  it('holds versions, decisions, visits and what was told, newest first, and nothing that was taken back', () => {
    const rows = [
      practised,
      stoppedLog,
      { ...stoppedLog, log: { ...stoppedLog.log, id: 'much', feeling: 'too_much' } } as LogRow,
      log('note', '2026-11-20T08:00:00Z', { text: 'Slept well.' }),
      log('question', '2026-11-19T08:00:00Z', { kind: 'question', text: 'Twice?' }),
      log('flag', '2026-11-17T08:00:00Z', { kind: 'flag' }),
      log('strong', '2026-11-16T08:00:00Z', { kind: 'check', answers: { d3: 9 } }),
      log('usual', '2026-11-16T07:00:00Z', { kind: 'check', answers: { d3: 4 } }),
      log('reaction', '2026-11-15T08:00:00Z', { kind: 'reaction', session_id: 'l1', answer: 'worse' }),
      log('gone', '2026-11-14T08:00:00Z', { text: 'No.' }, true),
      log('void', '2026-11-14T09:00:00Z', { kind: 'void', voids: 'gone' }),
    ];
    const entries = timeline(
      toldIn(rows),
      [{ number: 1, created_at: '2026-11-01T08:00:00Z' }],
      [
        decision('d1', '2026-11-21T07:00:00Z'),
        decision('d2', '2026-11-21T08:00:00Z', '2026-11-21T09:00:00Z'),
      ],
      [
        visit,
        { ...visit, id: 'old', withdrawn: { by: { id: 't1', name: 'Marit' }, at: '2026-11-18T17:00:00Z' } },
      ],
      [],
    );
    expect(entries.map((one) => [one.id, one.kind])).toEqual([
      ['d1', 'decision'],
      ['l2', 'stop'],
      ['note', 'note'],
      ['question', 'question'],
      ['visit', 'visit'],
      ['flag', 'flag'],
      ['strong', 'pain'],
      ['reaction', 'reaction'],
      ['v1', 'version'],
    ]);
  });

  it('holds what nobody told beside it, and what a log or a decision raised only once', () => {
    const alert = (cause: string, since: string): Alert => ({
      ...question,
      id: `c3:${cause}:x`,
      cause,
      since,
      source_id: 'x',
      outcome: null,
      by: null,
      closed_at: null,
    });
    const alerts = ['silence', 'worsening', 'review', 'reminders', 'hurt', 'dose', 'question'].map(
      (cause, day) => alert(cause, `2026-11-1${day}T08:00:00Z`),
    );
    const entries = timeline(toldIn([]), [], [], [], alerts);
    expect(entries.map((one) => one.id)).toEqual(
      ['reminders', 'review', 'worsening', 'silence'].map((cause) => `c3:${cause}:x`),
    );
  });

  it('puts what happened at one instant in a steady order', () => {
    const at = '2026-11-20T08:00:00Z';
    const ids = (list: string[]) =>
      timeline(toldIn(list.map((id) => log(id, at, { text: '' }))), [], [], [], []).map((one) => one.id);
    expect(ids(['a', 'b'])).toEqual(['b', 'a']);
    expect(ids(['b', 'a'])).toEqual(['b', 'a']);
  });

  it('takes pain for strong from where the practice says so', () => {
    const told = toldIn([log('check', '2026-11-20T08:00:00Z', { kind: 'check', answers: { d3: 6 } })]);
    expect(timeline(told, [], [], [], [], 6)).toHaveLength(1);
    expect(timeline(told, [], [], [], [])).toHaveLength(0);
  });
});
