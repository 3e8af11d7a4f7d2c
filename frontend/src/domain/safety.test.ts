import { describe, expect, it } from 'vitest';
import { aSession } from '../testing/program';
import { type Known, safetyOf } from './safety';
import type { Policy } from './screening';
import data from './screening/policy.gen.json';
import { stamp } from './stamp';
import type { CheckLog, FlagLog, IntakeLog, View } from './types';

const policy = data as unknown as Policy;
const TODAY = '2026-11-22';
const MORNING = Date.parse('2026-11-22T06:00:00Z');
const HOUR = 3_600_000;
const common = (id: string, atMs: number) => stamp(id, atMs, 'Europe/Berlin');

const check = (id: string, answers: Record<string, unknown>, atMs = MORNING): CheckLog => ({
  ...common(id, atMs),
  kind: 'check',
  answers,
});
const intake = (question_id: string, answer: unknown, atMs = MORNING): IntakeLog => ({
  ...common(`${question_id}-${atMs}`, atMs),
  kind: 'intake',
  question_id,
  answer,
});
const flag = (id: string, flag_id: string): FlagLog => ({
  ...common(id, MORNING),
  kind: 'flag',
  flag_id,
  on: true,
  source: 'hurt',
});
const onWire = (given: Partial<View['flags'][number]>): View['flags'][number] => ({
  id: 'a',
  at: '2026-11-20T08:00:00Z',
  act: 'raise',
  flag: 'minor',
  by_therapist: false,
  sites: [],
  since: null,
  reason: '',
  covers: [],
  question: '',
  ...given,
});
const known = (given: Partial<Known> = {}): Known => ({
  flags: [],
  gate: { open: true, by: 'Marit', at: '2026-11-20T23:30:00Z' },
  me: { timezone: 'Europe/Berlin' },
  ...given,
});
const flags = (...args: Parameters<typeof safetyOf>) => safetyOf(...args).active.map((one) => one.flag);

describe('the flags that are on', () => {
  it('are those of the practice and those that were told since', () => {
    const logs = [
      flag('b', 'open_wound'),
      check('c', { d1: ['fever or feeling ill'] }),
      intake('q12', 'yes'),
    ];
    expect(flags(policy, known({ flags: [onWire({})] }), logs, TODAY)).toEqual([
      'minor',
      'open_wound',
      'fever_illness',
      'blood_thinners',
    ]);
  });

  it('count once, at the practice’s time, when they have come back from there', () => {
    const raise = onWire({ id: 'b', flag: 'open_wound', at: '2026-11-22T05:00:00Z' });
    const lower = onWire({
      id: 'l',
      flag: 'open_wound',
      at: '2026-11-22T05:30:00Z',
      act: 'lower',
      by_therapist: true,
      covers: ['b'],
    });
    expect(flags(policy, known({ flags: [raise, lower] }), [flag('b', 'open_wound')], TODAY)).toEqual([]);
  });

  it('are lowered where the therapist knew of them, whatever the clocks say', () => {
    const lower = onWire({
      id: 'l',
      flag: 'open_wound',
      at: '2026-11-22T04:30:00Z',
      act: 'lower',
      by_therapist: true,
      covers: ['b'],
    });
    const view = known({ flags: [lower] });
    expect(flags(policy, view, [flag('b', 'open_wound')], TODAY)).toEqual([]);
    expect(flags(policy, view, [flag('b', 'open_wound'), flag('c', 'open_wound')], TODAY)).toEqual([
      'open_wound',
    ]);
  });

  it('stay on where a view of an older app does not say what was lowered', () => {
    const { covers: _, question: __, ...lower } = onWire({ id: 'l', act: 'lower', by_therapist: true });
    expect(flags(policy, known({ flags: [onWire({}), lower] }), [], TODAY)).toEqual(['minor']);
  });

  it('are put in order by the server’s clock', () => {
    const there = onWire({ id: 'l', flag: 'open_wound', at: '2026-11-22T06:30:00Z' });
    const order = (behindMs: number) =>
      safetyOf(policy, known({ flags: [there] }), [flag('b', 'minor')], TODAY, behindMs).active;
    expect(order(0).map(({ log }) => log)).toEqual(['b', 'l']);
    expect(order(HOUR).map(({ log }) => log)).toEqual(['l', 'b']);
  });

  it('of which a client takes none back', () => {
    const lower = onWire({ id: 'l', at: '2026-11-21T08:00:00Z', act: 'lower' });
    expect(flags(policy, known({ flags: [onWire({}), lower] }), [], TODAY)).toEqual(['minor']);
  });

  it('move on with the day', () => {
    const fever = [check('c', { d1: ['fever or feeling ill'] })];
    expect(flags(policy, known(), fever, '2026-11-23')).toEqual([]);
    const surgery = [
      intake('q15', {
        entries: [{ on: '2026-11-16', sites: [{ region: 'calf', side: 'left' }], agreed: 'yes' }],
      }),
    ];
    expect(flags(policy, known(), surgery, '2026-11-22')).toEqual(['surgery_lt_1w']);
    expect(flags(policy, known(), surgery, '2026-11-23')).toEqual(['surgery_lt_1w', 'surgery_1_6w']);
  });

  it('are red where one is on the warning list, until the therapist lifts its very log', () => {
    const logs = [check('c', { d1: ['something on the warning list'] }), flag('b', 'rf_dvt')];
    expect(safetyOf(policy, known(), logs, TODAY).red.map((one) => one.flag)).toEqual([
      'rf_dvt',
      'any_red_flag',
    ]);
    const lift = (id: string, of: string) =>
      onWire({ id: `l-${id}`, flag: of, act: 'lower', covers: [id], by_therapist: true });
    const lifted = known({ flags: [lift('b', 'rf_dvt'), lift('c:0', 'any_red_flag')] });
    expect(safetyOf(policy, lifted, logs, TODAY).red).toEqual([]);
    expect(safetyOf(policy, lifted, [...logs, flag('d', 'rf_dvt')], TODAY).red).toMatchObject([{ log: 'd' }]);
  });
});

describe('the questions', () => {
  it('are answered by a clearance on its local day', () => {
    expect(safetyOf(policy, known(), [], TODAY).asking.open).toBe(true);
    expect(safetyOf(policy, known(), [], '2026-12-18').asking.open).toBe(true);
    expect(safetyOf(policy, known(), [], '2026-12-19').asking.open).toBe(false);
  });

  it.each([
    { open: false, by: null, at: null },
    { open: true, by: 'Marit', at: null },
  ])('are due without one', (gate) => {
    expect(safetyOf(policy, known({ gate }), [], TODAY).asking.open).toBe(false);
  });

  it('are due again after news, until they are answered', () => {
    const news = check('c', { d1: { chosen: ['surgery'], sites: [] } });
    const asked = safetyOf(policy, known(), [news], TODAY).asking;
    expect(asked.due.filter((one) => one.safety)).toEqual([
      { question_id: 'q15', why: 'news', safety: true },
    ]);
    const answer = intake('q15', 'no', MORNING + 1000);
    expect(safetyOf(policy, known(), [answer, news], TODAY).asking.open).toBe(true);
  });

  it('are due again after news that another phone or the practice has', () => {
    const news = [{ on: TODAY, at: '2026-11-22T06:00:00Z', reask: ['q15'] }];
    const asked = safetyOf(policy, known({ news }), [], TODAY).asking;
    expect(asked.due.filter((one) => one.safety)).toMatchObject([{ question_id: 'q15', why: 'news' }]);
    const answer = intake('q15', 'no', MORNING + 1000);
    expect(safetyOf(policy, known({ news }), [answer], TODAY).asking.open).toBe(true);
  });

  it('take no other word for news', () => {
    const usual = check('c', { d1: ['nothing new'], d3: 4 });
    expect(safetyOf(policy, known(), [usual], TODAY).asking.open).toBe(true);
  });

  it('are due after 28 days without practice, and a practice of last week puts that off', () => {
    const late = '2026-12-20';
    expect(safetyOf(policy, known(), [], late).asking.open).toBe(false);
    const sessions = ['2026-12-10', '2026-12-13', '2026-12-01'].map((local_date, at) =>
      aSession({ id: `s${at}`, local_date }),
    );
    expect(safetyOf(policy, known(), sessions, late).asking.open).toBe(true);
  });

  it('count a practice that only the server knows of, and the later of two', () => {
    const open = (last_practice: string | null, local_date: string, day: string) =>
      safetyOf(policy, known({ last_practice }), [aSession({ local_date })], day).asking.open;
    expect(open('2026-12-13', '2026-12-01', '2027-01-09')).toBe(true);
    expect(open('2026-12-01', '2026-12-13', '2027-01-09')).toBe(true);
    expect(open('2026-12-01', '2026-12-01', '2027-01-09')).toBe(false);
    expect(open(null, '2026-12-13', '2027-01-09')).toBe(true);
  });
});

describe('her answers', () => {
  const told = (question_id: string, answer: unknown, at: string) => ({
    question_id,
    answered_on: at.slice(0, 10),
    at,
    answer,
    by_therapist: true,
  });

  it('are the newest, whoever has them', () => {
    const answers = [
      told('q28', ['tennis_ball'], '2026-11-22T05:00:00Z'),
      told('q12', 'no', '2026-11-22T07:00:00Z'),
    ];
    const logs = [intake('q28', ['foam_roller']), intake('q12', 'yes'), intake('q28', [], MORNING - HOUR)];
    const { said, owned } = safetyOf(policy, known({ answers }), logs, TODAY);
    expect([said.q28?.answer, said.q12?.answer]).toEqual([['foam_roller'], 'no']);
    expect(owned).toEqual(['foam_roller']);
  });

  it('tell nothing of tools before they were asked', () => {
    expect(safetyOf(policy, known(), [], TODAY).owned).toBeNull();
  });
});
