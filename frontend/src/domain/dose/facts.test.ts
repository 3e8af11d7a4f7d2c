import { describe, expect, it } from 'vitest';
import hurts from '../../../../tests/contract/dose_hurts.json';
import { emptyView } from '../../testing/fake-pith';
import { aSession, aVersion } from '../../testing/program';
import type { CheckLog, HurtLog, Log, ReactionLog, View } from '../types';
import { historyOf, type Known, peakOfHurt } from './facts';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const version = aVersion();
const common = (id: string, recorded_at = '2026-11-22T07:05:00.000Z') => ({
  id,
  schema: 1 as const,
  local_date: recorded_at.slice(0, 10),
  tz: 'Europe/Berlin',
  utc_offset_min: 60,
  recorded_at,
});
const hurt = (id: string, given: Partial<HurtLog> = {}): HurtLog => ({
  ...common(id),
  kind: 'hurt',
  program_version: 1,
  session_id: aSession().id,
  key: 'i1',
  technique_id: 'plantar-ball',
  level: 1,
  side: 'left',
  second: 5,
  feeling: 'too_much',
  ...given,
});
const check = (id: string, answers: CheckLog['answers']): CheckLog => ({
  ...common(id),
  kind: 'check',
  answers,
});
const spot = (start: number | null, discomfort: number | null) => ({ spot: 1, start, discomfort, end: null });

function facts(logs: Log[], view: Partial<View> = {}, more: Partial<Known> = {}) {
  const whole = { ...emptyView(), program: version, ...view };
  return historyOf({ view: whole, version, logs, red: [], now_ms: NOW, behind_ms: 0, ...more });
}

describe('what a phone knows of a history', () => {
  it('runs with the usual bounds where the practice has told none', () => {
    expect(facts([]).program).toMatchObject({
      number: 1,
      since: '2026-11-20',
      level_since: '2026-11-20',
      cap_s: 600,
      slow_lane: false,
      step_s: null,
      items: [
        { technique_id: 'plantar-ball', level: 1, dose_s: 180, least_s: 32, days: [0, 1, 2, 3, 4, 5, 6] },
      ],
    });
  });

  it('takes the bounds and dates of the practice for its newest version only', () => {
    const dose = {
      cap_s: 480,
      slow_lane: true,
      step_s: 30,
      mode: 'suggest',
      since: '2026-11-21',
      level_since: '2026-11-01',
      carried: [],
      decisions: [],
      undone: ['d1'],
    } as const;
    const told = { dose: { ...dose, carried: [], decisions: [], undone: ['d1'] } };
    expect(facts([], told)).toMatchObject({
      program: { since: '2026-11-21', level_since: '2026-11-01', cap_s: 480, slow_lane: true, step_s: 30 },
      undone: ['d1'],
    });
    const next = aVersion({ number: 2, starts_on: '2026-12-01' });
    expect(facts([], { ...told, program: next, earlier: [version] }).program.since).toBe('2026-11-20');
    const unheard = { dose: { ...told.dose, since: '2026-11-10' } };
    expect(facts([], unheard).program.since, 'the dose of a version before this one').toBe('2026-11-20');
  });

  it('reads the highest discomfort of a technique from its holds and from hurts with a number', () => {
    const session = aSession();
    const [left, right] = session.items;
    if (!left || !right) throw new Error('no sides');
    const felt = {
      ...session,
      items: [
        { ...left, holds: [spot(3, 5)] },
        { ...right, holds: [spot(null, 4)] },
      ],
    };
    const peak = (logs: Log[]) => facts(logs).sessions[0]?.entries;
    expect(peak([felt])).toEqual([{ technique_id: 'plantar-ball', level: 1, peak: 5 }]);
    expect(peak([felt, hurt('h', { discomfort: 7 })])?.[0]?.peak).toBe(7);
    expect(
      peak([
        felt,
        hurt('h', { discomfort: 7, technique_id: 'other' }),
        hurt('g', { discomfort: 9, session_id: 'x' }),
      ])?.[0]?.peak,
    ).toBe(5);
    expect(peak([session, hurt('h', { feeling: 'sharp' })])?.[0]?.peak).toBeNull();
  });

  it.each(hurts.cases)('takes $feeling at $discomfort for $peak', ({ feeling, discomfort, peak }) => {
    const told = { feeling: feeling as HurtLog['feeling'], ...(discomfort !== null && { discomfort }) };
    expect(peakOfHurt(told) ?? null).toBe(peak);
    const [entry] = facts([aSession(), hurt('h', told)]).sessions[0]?.entries ?? [];
    expect(entry?.peak).toBe(peak);
  });

  it('leaves out a technique that was skipped without a word', () => {
    const session = aSession();
    const items = session.items.map((entry) => ({ ...entry, done_s: 0, outcome: 'skipped' as const }));
    expect(facts([{ ...session, items }]).sessions[0]?.entries).toEqual([]);
  });

  it('counts a practice of the first day only where it came after the version was written', () => {
    const on = (recorded_at: string, local_date = '2026-11-20') =>
      facts([{ ...aSession(), local_date, recorded_at }]).sessions.map(({ pain_before }) => pain_before);
    const { pain_before } = aSession();
    expect([
      on('2026-11-20T08:59:59.000Z'),
      on('2026-11-20T09:00:01.000Z'),
      on('2026-11-19T12:00:00.000Z', '2026-11-19'),
    ]).toEqual([[null], [pain_before], [null]]);
  });

  it('keeps of a practice of before that it was: it may yet be felt for too long', () => {
    const ended_at = '2026-11-15T09:00:00.000Z';
    const before = { ...aSession(), local_date: '2026-11-15', ended_at, recorded_at: ended_at };
    expect(facts([before]).sessions).toMatchObject([
      { pain_before: null, pain_after: null, entries: [{ technique_id: 'plantar-ball', peak: null }] },
    ]);
  });

  it('hears a stop also where only a number in a hold told it, and once', () => {
    const session = aSession();
    const items = session.items.map((entry) => ({ ...entry, holds: [spot(null, 8)] }));
    expect(facts([{ ...session, items }]).hurts).toEqual([
      {
        id: session.id,
        at: session.ended_at,
        technique_id: 'plantar-ball',
        feeling: 'too_much',
        discomfort: 8,
      },
    ]);
    expect(facts([{ ...session, items }, hurt('h', { feeling: 'sharp' })]).hurts).toMatchObject([
      { id: 'h', discomfort: null },
    ]);
    expect(facts([{ ...session, items, program_version: 0 }]).hurts).toEqual([]);
  });

  it('tells every pain of the moment, by check and before practice, in the time of the server', () => {
    const logs = [
      check('c1', { d3: 4 }),
      check('c2', { d1: ['nothing new'] }),
      aSession(),
      aSession({ id: 's2', pain_before: null }),
    ];
    expect(facts(logs, {}, { behind_ms: 60_000 }).pains).toEqual([
      { at: '2026-11-22T07:06:00.000Z', pain: 4 },
      { at: '2026-11-22T07:01:00.000Z', pain: 5 },
    ]);
  });

  it('knows reactions, visits and signs, and nothing that was taken back', () => {
    const reaction: ReactionLog = {
      ...common('r1'),
      kind: 'reaction',
      session_id: aSession().id,
      answer: 'still',
    };
    const gone = { ...reaction, id: 'r2' };
    const flag = { ...common('f1'), kind: 'flag', flag_id: 'rf_dvt', on: true, source: 'c' } as const;
    const there = { id: 'f2', at: '2026-11-21T07:00:00Z' } as View['flags'][number];
    const known = facts(
      [reaction, gone, flag, { ...common('v'), kind: 'void', voids: 'r2' }],
      { visits: ['2026-11-22T10:00:00Z'], flags: [there] },
      { red: [{ log: 'f1:0' }, { log: 'f2' }, { log: 'lost' }] },
    );
    expect(known.reactions).toEqual([
      { id: 'r1', session_id: aSession().id, at: '2026-11-22T07:05:00.000Z', answer: 'still' },
    ]);
    expect(known.visits).toEqual(['2026-11-22T10:00:00Z']);
    expect(known.red).toEqual([
      { id: 'f1:0', at: '2026-11-22T07:05:00.000Z' },
      { id: 'f2', at: '2026-11-21T07:00:00Z' },
      { id: 'lost', at: '2026-11-23T08:00:00.000Z' },
    ]);
  });

  it('counts days from the first of the dose on, with the last day of practice before it', () => {
    const known = facts([
      aSession(),
      aSession({ id: 's0', local_date: '2026-11-18' }),
      aSession({ id: 's1', local_date: '2026-11-17' }),
    ]);
    expect(known.prescribed).toEqual(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']);
    expect(known.practised).toEqual(['2026-11-18', '2026-11-22']);
    expect(facts([], { last_practice: '2026-11-21' }).practised).toEqual(['2026-11-21']);
  });

  it('looks no further back than any phone knows, and as far as this one does', () => {
    const old = aVersion({ starts_on: '2026-01-01' });
    const first = (logs: Log[]) => facts(logs, { program: old }, { version: old }).prescribed[0];
    expect(first([])).toBe('2026-09-24');
    expect(first([aSession({ local_date: '2026-03-02' })])).toBe('2026-03-02');
  });
});
