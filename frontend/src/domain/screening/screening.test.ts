import { describe, expect, it } from 'vitest';
import table from '../../../../tests/contract/screening.json';
import { addDays } from '../days';
import {
  type Active,
  activeFlags,
  basisOf,
  type FlagEntry,
  foldFlags,
  judge,
  type Level,
  type Override,
  type Policy,
  permits,
  personOf,
  phaseOn,
  pregnancyStart,
  type Raised,
  raisedBy,
  type Site,
  saferStep,
  type Use,
  verdict,
  verdicts,
} from '.';
import data from './policy.gen.json';

const policy = data as unknown as Policy;
type Places = [string, string][];
interface Flag {
  flag: string;
  sites?: Places;
}

const sitesOf = (places: Places = []): Site[] => places.map(([region, side]) => ({ region, side }));
const raisedOf = (flags: (Flag | string)[]): Raised[] =>
  flags.map((one) => {
    const { flag, sites } = typeof one === 'string' ? { flag: one, sites: [] } : one;
    return { flag, sites: sitesOf(sites), since: null, confirmed: null, log: '' };
  });

function use(technique: string, level: number): Use {
  const screened = policy.techniques[technique];
  if (!screened) throw new Error(`no technique ${technique}`);
  return { technique: screened, level: level as Level };
}

interface LogIn extends Partial<Omit<FlagEntry, 'sites'>> {
  min: number;
  sites?: Places;
}
interface AnswerIn {
  chosen?: string[];
  number?: number;
  on?: string;
  sites?: Places;
  agreed?: boolean;
}
interface OverrideIn {
  flags: Flag[];
  technique: string;
  level: number;
  days?: number;
  given: { needs: string; reason: string; age: number; basis?: string; level?: number; left?: number }[];
}

describe('flags in force', () => {
  it.each(table.fold)('$name', ({ logs, out }) => {
    const entries = (logs as unknown as LogIn[]).map(({ min, sites = [], ...log }) => ({
      by_therapist: false,
      since: null,
      reason: '',
      covers: [],
      question: '',
      ...log,
      at: min * 60_000,
      sites: sitesOf(sites),
    })) as FlagEntry[];
    const inForce = out as unknown as (Omit<Raised, 'sites'> & { sites: Places })[];
    expect(foldFlags(entries)).toEqual(inForce.map((one) => ({ ...one, sites: sitesOf(one.sites) })));
  });
});

describe('what an answer raises', () => {
  it.each(table.answers)('$name', ({ question, answer, out }) => {
    const { chosen = [], number = null, on = null, sites, agreed = false } = answer as AnswerIn;
    const asked = policy.questions[question] ?? [];
    const found = raisedBy(policy, asked, { chosen, number, on, sites: sitesOf(sites), agreed }, table.today);
    expect(found).toEqual(
      out.map((one) => ({
        ...one,
        sites: sitesOf(one.sites as unknown as Places),
        confirmed: null,
        log: '',
      })),
    );
  });

  it('a timeline that this copy does not know raises nothing', () => {
    const raises = { kind: 'phase_of', value: '', flags: ['a_flag_of_tomorrow'], unless_agreed: false };
    const answer = { chosen: [], number: null, on: null, sites: [], agreed: false };
    expect(raisedBy(policy, [raises], answer, table.today)).toEqual([]);
  });
});

describe('the safer step', () => {
  it.each(table.steps)('$name', ({ technique, level, flags, owned, out }) => {
    expect(saferStep(policy, use(technique, level), raisedOf(flags), table.today, owned)).toBe(out);
  });
});

describe('overrides', () => {
  it.each(table.overrides as unknown as (OverrideIn & { name: string; out: boolean })[])('$name', (one) => {
    const flags = raisedOf(one.flags);
    const found = verdict(policy, use(one.technique, one.level), flags, table.today);
    const basis = basisOf(found, activeFlags(policy, flags, table.today));
    const given: Override[] = one.given.map(({ age, left = 90 - age, ...override }) => ({
      basis,
      level: one.level,
      ...override,
      on: addDays(table.today, -age),
      expires: addDays(table.today, left),
    }));
    expect(permits(found, one.level, given, basis, table.today, one.days)).toBe(one.out);
  });

  it.each(table.basis as unknown as (OverrideIn & { name: string; out: string })[])('$name', (one) => {
    const flags = raisedOf(one.flags);
    const found = verdict(policy, use(one.technique, one.level), flags, table.today);
    expect(basisOf(found, activeFlags(policy, flags, table.today))).toBe(one.out);
  });
});

describe('what the tables do not say', () => {
  it('day 0 of a pregnancy is 280 days before the due date', () => {
    expect(pregnancyStart('2026-10-08')).toBe('2026-01-01');
  });

  it('a phase goes by its first day, and a day before day 0 is in the first', () => {
    const surgery = policy.timelines.surgery_lt_1w;
    if (!surgery) throw new Error('no timeline');
    const phases = [-1, 0, 6, 7, 41, 42, 55, 56].map((day) =>
      phaseOn(surgery, '2026-01-01', addDays('2026-01-01', day)),
    );
    expect(phases).toEqual([
      'surgery_lt_1w',
      'surgery_lt_1w',
      'surgery_lt_1w',
      'surgery_1_6w',
      'surgery_1_6w',
      'surgery_6_8w',
      'surgery_6_8w',
      null,
    ]);
    expect(phaseOn(surgery, null, '2026-01-01')).toBe('surgery_lt_1w');
  });

  it('many techniques at once have the verdict that each has alone', () => {
    const uses = Object.keys(policy.techniques).map((id) => use(id, 2));
    const flags = raisedOf(['blood_thinners', 'hernia', { flag: 'open_wound', sites: [['calf', 'left']] }]);
    const alone = uses.map((one) => verdict(policy, one, flags, table.today));
    expect(verdicts(policy, uses, flags, table.today)).toEqual(alone);
  });

  it('reads the level that a limit leaves as well, and the stricter of the two counts', () => {
    const rule = { site: 'anywhere' as const, lists: {}, least: {}, needs: null, limits: {} };
    const small: Policy = {
      ...policy,
      flags: { lower: { placed: false, site: 'same', exclude_where: [] } },
      rules: [
        { ...rule, id: 'A', when: ['lower'], least: { level: 3 }, do: 'adapt', limits: { max_level: 2 } },
        {
          ...rule,
          id: 'B',
          when: ['lower'],
          lists: { tool: ['tennis_ball'] },
          do: 'adapt',
          limits: { max_level: 1 },
        },
        { ...rule, id: 'C', when: ['lower'], lists: { tool: ['soft_ball'] }, do: 'block' },
      ],
    };
    const active: Active[] = [{ flag: 'lower', sites: [], log: '' }];
    const { technique } = use('glute-ball-wall', 3);
    const bare = { ...technique, exclude: [], caution: ['not_in_this_copy'] };
    const found = judge(personOf(small, active), { technique: bare, level: 3 });
    expect([found.do, found.rules, found.limits]).toEqual(['block', ['C', 'A', 'B'], { max_level: 1 }]);
  });

  it('says the flag behind each reason, the same rule once for each', () => {
    const found = verdict(
      policy,
      use('calf-roller', 1),
      raisedOf(['blood_thinners', 'clotting_disorder']),
      table.today,
    );
    expect(found.findings.map(({ rule, flag }) => [rule, flag])).toEqual([
      ['S25', 'clotting_disorder'],
      ['S25', 'blood_thinners'],
    ]);
    expect(found.rules).toEqual(['S25']);
  });

  it('a safer step is no harder than its own limit', () => {
    const step = (limits: Record<string, number>) => {
      const rule = { id: 'A', when: ['soft'], site: 'anywhere' as const, lists: {}, least: {}, needs: null };
      const small: Policy = {
        ...policy,
        flags: { soft: { placed: false, site: 'same', exclude_where: [] } },
        rules: [{ ...rule, do: 'adapt', limits }],
      };
      const { technique } = use('glute-ball-wall', 3);
      const bare: Use = { technique: { ...technique, exclude: [], caution: [] }, level: 3 };
      return saferStep(small, bare, raisedOf(['soft']), table.today, ['tennis_ball', 'soft_ball']);
    };
    expect(step({ tools_max_hard: 1 })).toBe(1);
    expect(step({ tools_max_hard: 2 })).toBe(2);
    expect(step({ max_hold_s: 24 })).toBe(2);
  });

  it('a safer step is judged on its day', () => {
    const steps = [0, 1].map((day) => {
      const [fever] = raisedOf(['fever_illness']) as [Raised];
      const raised = [{ ...fever, since: addDays(table.today, -day) }];
      return saferStep(policy, use('glute-ball-wall', 3), raised, table.today, ['tennis_ball']);
    });
    expect(steps).toEqual([null, 2]);
  });
});
