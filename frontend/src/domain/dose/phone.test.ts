import { describe, expect, it } from 'vitest';
import { emptyView } from '../../testing/fake-pith';
import { anItem, aSession, aVersion } from '../../testing/program';
import type { DecisionLog, HurtLog, Log, ReadLog, View } from '../types';
import type { DoseDecision } from './history';
import { laidOver, nameOf, unlogged, untold } from './phone';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const TODAY = '2026-11-23';
const program = aVersion({ items: [anItem(), anItem({ key: 'i2', technique_id: 'wall', level: 2 })] });
const stamped = {
  schema: 1 as const,
  local_date: TODAY,
  tz: 'Europe/Berlin',
  utc_offset_min: 60,
  recorded_at: '2026-11-23T07:00:00.000Z',
};
const sharp: HurtLog = {
  ...stamped,
  id: 'h1',
  kind: 'hurt',
  program_version: 1,
  session_id: 's',
  key: 'i1',
  technique_id: 'plantar-ball',
  level: 1,
  side: 'left',
  second: 5,
  feeling: 'sharp',
};
const decided = (given: Partial<DoseDecision>): DoseDecision => ({
  id: 'd1',
  on: '2026-11-22',
  at: '2026-11-22T09:00:00Z',
  rule: 'D05',
  decision: 'STEP_BACK',
  target: 'wall',
  notice: 'review',
  before: { paused: false, level: 2, cuts: 0, budget_s: null, s: 180 },
  after: { paused: false, level: 1, cuts: 0, budget_s: null, s: 180 },
  inputs: {},
  source: null,
  ...given,
});
const gap = (id: string) => decided({ id, rule: 'D07', target: '' });
const rested = { paused: true, level: 2, cuts: 0, budget_s: null, s: 0 };
const dose = (given: Partial<NonNullable<View['dose']>>): NonNullable<View['dose']> =>
  ({
    cap_s: 600,
    slow_lane: false,
    step_s: null,
    mode: 'suggest',
    since: '2026-11-20',
    level_since: '2026-11-20',
    carried: [],
    decisions: [],
    undone: [],
    ...given,
  }) as NonNullable<View['dose']>;
const lay = (view: Partial<View>, logs: Log[] = [], date = TODAY) =>
  laidOver({ view: { ...emptyView(), program, ...view }, logs, red: [], now_ms: NOW, behind_ms: 0 }, date);

describe('what lies over the program on the phone', () => {
  it('is what the phone finds itself, without the practice', () => {
    const laid = lay({}, [sharp]);
    expect(laid.overlay.paused).toEqual({ 'plantar-ball': 'D02' });
    expect(laid.own).toMatchObject([{ rule: 'D02', source: 'h1' }]);
    expect(laid.all).toEqual(laid.own);
  });

  it('is whatever is less of its own and of what the practice decided', () => {
    const shorter = {
      ...gap('d2'),
      after: { paused: false, level: null, cuts: 0, budget_s: 180, s: 180 },
    };
    const cut = decided({
      id: 'd3',
      at: '2026-11-22T10:00:00Z',
      after: { paused: false, level: 1, cuts: 2, budget_s: null, s: 100 },
    });
    const laid = lay({ dose: dose({ decisions: [cut, decided({})], carried: [shorter] }) }, [sharp]);
    expect(laid.overlay).toEqual({
      stopped: false,
      paused: { 'plantar-ball': 'D02' },
      max_level: { wall: 1 },
      cuts: { wall: 2 },
      budget_s: 180,
      gentle: false,
    });
    const told = untold(laid, [], TODAY).map(({ id, isBack }) => [id, isBack]);
    expect(told).toEqual(['d2', 'd1', 'd3', laid.own[0]?.id].map((id) => [id, false]));
    expect(laid.own).toHaveLength(1);
  });

  it('ends a rest for a reaction where the practice says that it ended, and keeps one for a pain', () => {
    const rest = (id: string, given: Partial<DoseDecision>) =>
      decided({ id, rule: 'D03', after: rested, decision: 'PAUSE_REGION', ...given });
    const back = rest('d5', {
      at: '2026-11-23T06:00:00Z',
      decision: 'STEP_BACK',
      after: { ...rested, paused: false, level: 1 },
    });
    const paused = (decisions: DoseDecision[], undone: string[] = []) =>
      lay({ dose: dose({ decisions, undone }) }).overlay.paused;
    expect(paused([rest('d4', {})])).toEqual({ wall: 'D03' });
    expect(paused([rest('d4', {}), back])).toEqual({});
    expect(paused([rest('d4', {}), back], ['d5'])).toEqual({});
    expect(
      paused([
        rest('d4', {}),
        decided({ id: 'd6', rule: 'D02', decision: 'PAUSE_TECHNIQUE', after: rested }),
        back,
      ]),
    ).toEqual({ wall: 'D02' });
    expect(
      paused([decided({ id: 'd6', rule: 'D02', decision: 'PAUSE_TECHNIQUE', after: rested })], ['d6']),
    ).toEqual({});
  });

  it('lets go of what her therapist took back', () => {
    const [own] = lay({}, [sharp]).own;
    const laid = lay({ dose: dose({ undone: [own?.id ?? ''], decisions: [decided({})] }) }, [sharp]);
    expect(laid.overlay.paused).toEqual({});
    expect([laid.own, laid.all.map(({ id }) => id)]).toEqual([[], ['d1']]);
  });

  it('keeps to what the practice decided while a newer version waits for its day', () => {
    const coming = aVersion({ number: 2, starts_on: '2026-12-01' });
    const laid = lay({ program: coming, earlier: [program], dose: dose({ decisions: [decided({})] }) });
    expect(laid.overlay.max_level).toEqual({ wall: 1 });
  });

  it('takes what is over for over only as far as it comes from that log', () => {
    const [own] = lay({}, [sharp]).own;
    const left = (log: string) =>
      lay({ dose: dose({ undone: [`${own?.id}/${log}`] }) }, [sharp]).overlay.paused;
    expect([left('h1'), left('h0')]).toEqual([{}, { 'plantar-ball': 'D02' }]);
    const laid = lay({ dose: dose({ undone: ['d1/'], decisions: [gap('d1')] }) });
    expect([laid.all, laid.undone]).toEqual([[], []]);
  });

  it('is nothing before the first program', () => {
    expect(lay({}, [], '2026-11-01')).toEqual({
      overlay: lay({ program: null }).overlay,
      own: [],
      all: [],
      undone: [],
    });
  });

  it('is gentle within two days after a visit', () => {
    expect(lay({ visits: ['2026-11-22T10:00:00Z'] }).overlay.gentle).toBe(true);
  });
});

describe('what is told of it', () => {
  const laid = {
    ...lay({}, [sharp]),
    all: [decided({}), decided({ id: 'old', on: '2026-09-01' }), decided({ id: 'red', rule: 'D01' })],
    undone: [],
  };
  const read: ReadLog = { ...stamped, id: 'r', kind: 'read', what: 'decision', ref: 'd1' };

  it('is said until she has read it, and a warning sign elsewhere', () => {
    expect(untold(laid, [sharp, { ...read, what: 'answer' }], TODAY).map(({ id }) => id)).toEqual(['d1']);
    expect(untold(laid, [read], TODAY)).toEqual([]);
  });

  it('is said once more when her therapist takes it back, also where she had read of the change', () => {
    const { undone, all } = lay({ dose: dose({ undone: ['d1'], decisions: [decided({}), gap('d2')] }) });
    expect([undone, all].map((some) => some.map(({ id }) => id))).toEqual([['d1'], ['d2']]);
    const now = { ...laid, all, undone };
    const news = (...told: Log[]) => untold(now, told, TODAY).map((one) => [one.id, nameOf(one)]);
    expect(news(read)).toEqual([
      ['d2', 'd2'],
      ['d1', 'd1.back'],
    ]);
    expect(news(read, { ...read, id: 'r2', ref: 'd1.back' })).toEqual([['d2', 'd2']]);
  });

  it('is logged once, and not where the practice knows it already', () => {
    const [own] = laid.own;
    const id = own?.id ?? '';
    const log: DecisionLog = {
      ...stamped,
      id: 'l',
      kind: 'decision',
      decision_id: id,
      rule: 'D02',
      target: 'plantar-ball',
      before: rested,
      after: rested,
    };
    expect(unlogged(laid, [aSession()], []).map((one) => one.id)).toEqual([id]);
    expect(unlogged(laid, [log], [])).toEqual([]);
    expect(unlogged(laid, [], [{ id }])).toEqual([]);
  });
});
