import { describe, expect, it } from 'vitest';
import table from '../../../../tests/contract/thresholds.json';
import { addDays } from '../days';
import { activeFlags, type Policy, permits, policyFor, type Screened, verdict, withThresholds } from '.';
import data from './policy.gen.json';

const policy = data as unknown as Policy;
const TODAY = '2026-03-02';
type Values = Record<string, number>;
interface Moved {
  name: string;
  values: Values;
  limits?: Record<string, number | boolean>;
  days?: Record<string, number | null>;
  numbers?: Values;
}
const raised = (flag: string, since: string | null = null) => ({
  flag,
  sites: [],
  since,
  confirmed: null,
  log: flag,
});

/** The value at rule.limit, or at flag.phase. */
function found(moved: Policy, kind: 'limits' | 'days', at: string) {
  const [id = '', name = ''] = at.split('.');
  if (kind === 'limits') return moved.rules.find((rule) => rule.id === id)?.limits[name];
  const timeline = moved.timelines[id];
  return name === 'ends' ? timeline?.ends : timeline?.phases.find(([flag]) => flag === name)?.[1];
}

describe('numbers that a practice moved', () => {
  it.each(table.cases as unknown as Moved[])('$name', ({ values, limits = {}, days = {}, numbers = {} }) => {
    const moved = withThresholds(policy, values);
    for (const at of Object.keys(limits)) expect([at, found(moved, 'limits', at)]).toEqual([at, limits[at]]);
    for (const at of Object.keys(days)) expect([at, found(moved, 'days', at)]).toEqual([at, days[at]]);
    expect(moved.numbers).toMatchObject(numbers);
  });

  it('leaves the policy as it is where nothing is moved', () => {
    expect(withThresholds(policy, {})).toBe(policy);
    expect(withThresholds(policy, { not_known: 1 })).toBe(policy);
  });

  it('changes nothing else, and not the policy that it was given', () => {
    const before = JSON.stringify(policy);
    const { rules, ...rest } = withThresholds(policy, { hold_thinners: 16 });
    expect(JSON.stringify(policy)).toBe(before);
    expect({ ...rest, rules: policy.rules }).toEqual(policy);
    const others = (of: Policy['rules']) => of.filter(({ id }) => id !== 'S25' && id !== 'S27');
    expect(others(rules)).toEqual(others(policy.rules));
  });

  it.each(table.active)('$name', ({ values, flag, day, on }) => {
    const moved = withThresholds(policy, values as Values);
    const active = activeFlags(moved, [raised(flag, addDays(TODAY, -day))], TODAY);
    expect(active.map((one) => one.flag)).toEqual(on);
  });

  it.each(table.verdicts)('$name', ({ values, flags, technique, level, do: strictest, limits }) => {
    const moved = withThresholds(policy, values as Values);
    const use = { technique: moved.techniques[technique] as Screened, level: level as 1 | 2 | 3 };
    const judged = verdict(
      moved,
      use,
      flags.map((flag) => raised(flag)),
      TODAY,
    );
    expect([judged.do, judged.limits]).toEqual([strictest, limits]);
  });

  it.each(table.overrides)('$name', ({ values, age, out }) => {
    const moved = withThresholds(policy, values as Values);
    const use = { technique: moved.techniques['upper-back-two-balls'] as Screened, level: 2 as const };
    const judged = verdict(moved, use, [raised('blood_thinners')], TODAY);
    const given = judged.needs.map((needs) => ({
      needs,
      reason: 'Her physician agreed.',
      on: addDays(TODAY, -age),
      basis: 'x',
      level: 2,
      expires: '9999-12-31',
    }));
    expect(permits(judged, 2, given, 'x', TODAY, moved.numbers.override_days)).toBe(out);
  });
});

describe('the policy of a practice', () => {
  const technique = table.own.technique as unknown as Screened;
  const item = { technique_id: 'own-1', technique: { screened: technique } };
  const shared = { technique_id: 'temple-hold' };

  it('knows the techniques that the practice wrote itself', () => {
    const mine = policyFor(policy, { program: { items: [shared, item] }, earlier: [] });
    for (const { flags, level, do: strictest } of table.own.cases) {
      const use = { technique: mine.techniques['own-1'] as Screened, level: level as 1 | 2 | 3 };
      expect(
        verdict(
          mine,
          use,
          flags.map((flag) => raised(flag)),
          TODAY,
        ).do,
      ).toBe(strictest);
    }
    expect(mine.techniques['temple-hold']).toBe(policy.techniques['temple-hold']);
  });

  it('reads a technique as in the newest version of the program that has it', () => {
    const older = { ...technique, regions: ['shin'] };
    const earlier = [{ items: [{ technique_id: 'own-1', technique: { screened: older } }] }];
    const both = policyFor(policy, { program: { items: [item] }, earlier });
    expect(both.techniques['own-1']?.regions).toEqual(['calf']);
    expect(policyFor(policy, { program: null, earlier }).techniques['own-1']?.regions).toEqual(['shin']);
  });

  it('applies its numbers, and reads a view of an older app', () => {
    const strict = policyFor(policy, { thresholds: { pain_gate: 6 }, program: null, earlier: [] });
    expect(strict.numbers.pain_gate).toBe(6);
    const old = policyFor(policy, {
      program: { items: [{ technique_id: 'own-1', technique: {} }] },
      earlier: [],
    });
    expect(old).toEqual(policy);
  });
});
