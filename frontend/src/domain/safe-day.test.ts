import { describe, expect, it } from 'vitest';
import { anItem, aSwap, seeded, side } from '../testing/plans';
import { addDays } from './days';
import type { Item, Swap } from './program';
import { type Known, safeDay } from './safe-day';
import { type Active, basisOf, judge, type Level, type Policy, personOf, type Screened } from './screening';
import data from './screening/policy.gen.json';

const policy = data as unknown as Policy;
const TODAY = '2026-11-23';
const on = (...flags: string[]): Active[] => flags.map((flag) => ({ flag, sites: [], log: flag }));
const known = (active: Active[], more: Partial<Known> = {}): Known => ({
  policy,
  active,
  owned: null,
  today: TODAY,
  ...more,
});

/** An item of the catalogue at a level, with a way down to each lower one. */
function assigned(technique_id: string, level: number, change: Partial<Item> = {}): Item {
  const technique = policy.techniques[technique_id] as Screened;
  const at = (number: number) => technique.levels[number - 1] as Screened['levels'][0];
  const swaps = [level - 1, level - 2]
    .filter((number) => number > 0)
    .map((number) => {
      const { load, style, hard, tools, props, pos } = at(number);
      const way = { load, style, hard, tools: [...tools], props: [...props], pos: [...pos] };
      return aSwap({
        reason: 'level',
        tool: null,
        level: number,
        ...way,
        dose: { ...side(2, 30), sides: 1, total_s: 60 },
      });
    });
  const { load, style, hard, tools, props, pos } = at(level);
  const snapshot = { load, style, hard, tools: [...tools], props: [...props], pos: [...pos], swaps };
  return anItem(
    { technique_id, level, dose_s: 60, setup_s: 28, ...change },
    { ...snapshot, ...change.snapshot },
  );
}

const BALL = 'neck-shoulder-soft-ball-wall';

describe('what may be done today', () => {
  it('with nothing on, everything as it was assigned', () => {
    const items = [assigned(BALL, 2), assigned('body-scan-rest', 1, { key: 'i2' })];
    expect(safeDay(items, known([]))).toEqual({ items, softer: [], paused: [], care: [] });
  });

  it('a red flag pauses everything, whatever it is', () => {
    const items = [assigned(BALL, 1), assigned('body-scan-rest', 1, { key: 'i2' })];
    for (const red of ['any_red_flag', ...policy.red_flags]) {
      const day = safeDay(items, known(on(red)));
      expect(day.items).toEqual([]);
      expect(day.paused.map(({ finding }) => finding.rule)).toEqual(['S01', 'S01']);
    }
  });

  it('blood thinners: no hard ball at any level, a soft one at level 1 for 24 s with less strength', () => {
    const found = judge(personOf(policy, on('blood_thinners')), {
      technique: policy.techniques[BALL] as Screened,
      level: 2,
    });
    const day = safeDay([assigned(BALL, 2)], known(on('blood_thinners')));
    expect(found.limits).toMatchObject({ max_level: 1, max_hold_s: 24 });
    const [item] = day.items;
    expect(item).toMatchObject({ level: 1, dose: { both: side(2, 24) }, dose_s: 48 });
    expect(day.softer.map(({ item: one, finding }) => [one.level, finding.flag])).toEqual([
      [1, 'blood_thinners'],
    ]);
  });

  it('a technique whose every way is too much pauses, and says why', () => {
    const day = safeDay([assigned('outer-thigh-roller', 2)], known(on('blood_thinners')));
    expect(day.items).toEqual([]);
    expect(day.paused[0]?.finding.flag).toBe('blood_thinners');
  });

  it('a softer level counts only with a tool that she owns', () => {
    const thin = known(on('blood_thinners'), { owned: ['massage_stick'] });
    expect(safeDay([assigned(BALL, 2)], thin).paused).toHaveLength(1);
    const tools = policy.techniques[BALL]?.levels[0]?.tools ?? [];
    expect(safeDay([assigned(BALL, 2)], { ...thin, owned: tools }).softer).toHaveLength(1);
  });

  it('a level for which no words came is not made up', () => {
    const item = assigned(BALL, 2);
    const mute = { ...item, snapshot: { ...item.snapshot, swaps: [] } };
    expect(safeDay([mute], known(on('blood_thinners'))).paused).toHaveLength(1);
  });

  it('a hold that is clipped at the same level is softer too, and says by what', () => {
    const day = safeDay([assigned(BALL, 1)], known(on('trauma_history', 'fibromyalgia')));
    expect(day.items[0]).toMatchObject({ level: 1, ceiling: 3, dose: { both: side(2, 24) } });
    expect(day.softer[0]?.finding.limits).toMatchObject({ max_hold_s: 24 });
  });

  it('what is to be heeded comes with it', () => {
    const day = safeDay([assigned('temple-hold', 1)], known(on('headache_disorder')));
    expect(day.items).toHaveLength(1);
    expect(day.softer).toEqual([]);
    expect(day.care.map(({ finding }) => finding.rule)).toContain('caution');
  });

  it('a technique that this copy of the data does not have waits as soon as anything is on', () => {
    const item = anItem({ technique_id: 'from-a-newer-app' });
    expect(safeDay([item], known([])).items).toEqual([item]);
    const day = safeDay([item], known(on('diabetes')));
    expect(day.paused).toMatchObject([{ finding: { rule: 'unknown_flag', flag: 'diabetes', do: 'block' } }]);
  });

  it('a flag that this copy of the data does not have pauses everything', () => {
    expect(safeDay([assigned('body-scan-rest', 1)], known(on('from_a_newer_app'))).paused).toHaveLength(1);
  });

  it('a technique of the practice’s own is judged by what it brings', () => {
    const screened = { ...(policy.techniques[BALL] as Screened), id: 'own-1' };
    const item = { ...assigned(BALL, 2), technique_id: 'own-1', technique: { screened } };
    expect(safeDay([item], known(on('blood_thinners'))).softer).toHaveLength(1);
  });

  it('and by what its author wrote since it was given, wherever that is stricter', () => {
    const frozen = { ...(policy.techniques[BALL] as Screened), id: 'own-1', regions: ['thigh_side'] };
    const now = { ...frozen, regions: ['neck_back'] };
    const own = (technique: Item['technique']) => ({
      ...assigned(BALL, 1),
      technique_id: 'own-1',
      ...(technique && { technique }),
    });
    const day = (technique: Item['technique']) => safeDay([own(technique)], known(on('neck_trauma_recent')));
    expect(day({ screened: frozen }).items).toHaveLength(1);
    expect(day({ screened: frozen, now }).paused[0]?.finding.rule).toBe('S18');
    expect(day({ screened: now, now: frozen }).paused[0]?.finding.rule).toBe('S18');
  });

  it('a flag on the other side leaves it as it is', () => {
    const left: Active[] = [
      { flag: 'open_wound', sites: [{ region: 'shoulder_top', side: 'left' }], log: 'a' },
    ];
    const one = (way: 'left' | 'right') => assigned(BALL, 1, { side: way, dose: { [way]: side(2, 30) } });
    expect(safeDay([one('right')], known(left)).items).toHaveLength(1);
    expect(safeDay([one('left')], known(left)).paused).toHaveLength(1);
  });

  it('a scar counts where it lies', () => {
    const wound: Active[] = [{ flag: 'open_wound', sites: [{ region: 'calf', side: 'left' }], log: 'a' }];
    const scar = (region: string) => assigned('scar-glide', 1, { marks: [{ region, side: 'left' }] });
    expect(safeDay([scar('belly')], known(wound)).items).toHaveLength(1);
    expect(safeDay([scar('calf')], known(wound)).paused).toHaveLength(1);
    const { marks: _, ...placeless } = scar('calf');
    expect(safeDay([placeless], known(wound)).paused).toHaveLength(1);
  });
});

describe('an override', () => {
  const hard = (
    change: Partial<NonNullable<Item['safety']>['overrides'][0]> = {},
    asked = 2,
    level = asked,
  ) => {
    const technique = policy.techniques['mid-back-cane'] as Screened;
    const found = judge(personOf(policy, on('blood_thinners')), { technique, level: asked as Level });
    const basis = basisOf(found, on('blood_thinners'));
    const overrides = found.needs.map((role) => ({
      role,
      cleared_on: addDays(TODAY, -10),
      expires_on: addDays(TODAY, 80),
      basis,
      up_to_level: asked,
      ...change,
    }));
    return assigned('mid-back-cane', level, {
      dose: { both: side(2, 24) },
      dose_s: 48,
      safety: { asked_level: asked, overrides },
    });
  };
  const limits = judge(personOf(policy, on('blood_thinners')), {
    technique: policy.techniques['mid-back-cane'] as Screened,
    level: 1,
  });

  it('that stands lets her do what was cleared', () => {
    expect(limits).toMatchObject({ do: 'override', limits: { max_level: 1 } });
    expect(safeDay([hard({}, 1)], known(on('blood_thinners')))).toMatchObject({ softer: [], paused: [] });
  });

  it('was given for the level that was asked for, and counts at the one it was clipped to', () => {
    expect(safeDay([hard({}, 2, 1)], known(on('blood_thinners')))).toMatchObject({ softer: [], paused: [] });
  });

  it('ends after 90 days', () => {
    expect(
      safeDay([hard({ cleared_on: addDays(TODAY, -90) }, 1)], known(on('blood_thinners'))).paused,
    ).toHaveLength(1);
  });

  it('ends when what it was given for changes', () => {
    const day = safeDay([hard({}, 1)], known(on('blood_thinners', 'clotting_disorder')));
    expect(day.paused).toHaveLength(1);
  });

  it('ends on the day that was written for it, though one may count longer now', () => {
    const longer = { ...policy, numbers: { ...policy.numbers, override_days: 180 } };
    const day = (expires_on: string) =>
      safeDay([hard({ cleared_on: addDays(TODAY, -90), expires_on }, 1)], {
        ...known(on('blood_thinners')),
        policy: longer,
      });
    expect(day(TODAY).paused).toHaveLength(1);
    expect(day(addDays(TODAY, 1)).paused).toHaveLength(0);
  });

  it('stands for nothing harder than it was given for, and because of no other rule', () => {
    expect(safeDay([hard({ up_to_level: 0 }, 1)], known(on('blood_thinners'))).paused).toHaveLength(1);
    expect(
      safeDay([hard({ basis: 'S25:blood_thinners@' }, 1)], known(on('blood_thinners'))).paused,
    ).toHaveLength(1);
  });

  it('never lifts a block', () => {
    expect(safeDay([hard({}, 1)], known(on('blood_thinners', 'rf_chest'))).paused[0]?.finding.do).toBe(
      'block',
    );
  });
});

describe('her other ways', () => {
  const softTool: Swap = aSwap({
    tool: 'soft_ball',
    level: 2,
    load: 'lean',
    hard: 1,
    dose: { ...side(2, 40), sides: 1, total_s: 80 },
  });

  it('are those that the rules leave, with holds no longer than they allow', () => {
    const item = assigned(BALL, 2);
    const own = { ...item, snapshot: { ...item.snapshot, swaps: [...item.snapshot.swaps, softTool] } };
    expect(safeDay([own], known([])).items[0]?.snapshot.swaps.map(({ level }) => level)).toEqual([1, 2]);
    expect(safeDay([own], known(on('blood_thinners'))).items[0]?.snapshot.swaps).toEqual([]);
    const tool = { ...softTool, level: 1 };
    const low = { ...own, level: 1, snapshot: { ...own.snapshot, swaps: [tool] } };
    const [sore] = safeDay([low], known(on('fibromyalgia'))).items;
    expect(sore?.snapshot.swaps.map((swap) => swap.dose.hold_s)).toEqual([24]);
  });

  it('another tool at the same level is not offered where its own hold would have to be shorter', () => {
    const item = assigned(BALL, 2);
    const ball = aSwap({ ...item.snapshot, level: 2, tools: ['golf_ball'] });
    const own = { ...item, snapshot: { ...item.snapshot, swaps: [ball] } };
    const limits = { lists: { tool: ['golf_ball'] }, limits: { max_hold_s: 8 } };
    const rule = { ...policy.rules.find(({ id }) => id === 'S70'), when: ['diabetes'], ...limits };
    const strict = { ...policy, rules: [...policy.rules, rule] } as Policy;
    const day = (rules: Policy) => safeDay([own], known(on('diabetes'), { policy: rules }));
    expect([policy, strict].map((one) => day(one).items[0]?.snapshot.swaps.length)).toEqual([1, 0]);
  });
});

describe('more flags never allow more', () => {
  const ALL = [...Object.keys(policy.flags), ...policy.red_flags];
  const LEAST = Object.keys(policy.techniques);

  /** What is allowed, as numbers of which none may grow. */
  function allowed(item: Item, active: Active[]): number[] {
    const [way] = safeDay([item], known(active)).items;
    if (!way) return [0, 0, 0, 0];
    const hold = Math.max(...Object.values(way.dose).map((dose) => dose.hold_s));
    return [way.level, hold, way.ceiling ?? 9, way.snapshot.swaps.length];
  }

  it('for any technique and level, over a thousand random clients', () => {
    const random = seeded(7);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    for (let client = 0; client < 1000; client += 1) {
      const item = assigned(pick(LEAST), 1 + Math.floor(random() * 3));
      const active: Active[] = [];
      let before = allowed(item, active);
      for (let flag = 0; flag < 5; flag += 1) {
        const sites =
          random() < 0.5
            ? []
            : [{ region: pick(['calf', 'neck_back', 'shoulder_top', 'lower_back']), side: 'left' }];
        active.push({ flag: pick(ALL), sites, log: String(flag) });
        const now = allowed(item, active);
        const grown = now.map((one, at) => one > (before[at] as number));
        expect(grown.some(Boolean), `${item.technique_id} ${item.level} ${JSON.stringify(active)}`).toBe(
          false,
        );
        before = now;
      }
    }
  });
});
