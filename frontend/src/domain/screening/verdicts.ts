/**
 * The verdict on a technique at a level for one person today: the strictest of all rules and of its own lists. Rules
 * read the level that is assigned; where a limit clips it to a lower level, that one is read too, with those between,
 * and the strictest counts, so that a further flag can never make a verdict laxer. Source: domain.md 2.4, DECISIONS.
 */
import { type Active, activeFlags, type Raised } from './dates';
import {
  ANY_RED_FLAG,
  type Do,
  holds,
  type Level,
  type Limits,
  type Policy,
  RANKS,
  type Reach,
  type Screened,
  type Tags,
  tagsOf,
} from './policy';
import { areaOf, BOTH_SIDES, reachOf, type Site, touches } from './sites';

/** A technique as it is assigned; the sides default to both, `marks` say where a scar lies that it works on. */
export interface Use {
  technique: Screened;
  level: Level;
  sides?: ReadonlySet<string>;
  marks?: readonly Site[];
}

/** One rule that fires because of one flag. `rule` is its id, or exclude, caution (the technique's own lists). */
export interface Finding {
  rule: string;
  flag: string;
  do: Do;
  needs: string | null;
  limits: Limits;
}

/** `findings`, strictest first, are its reasons: a code (`rule`) and a parameter (`flag`) each. */
export interface Verdict {
  do: Do;
  /** Ids of the rules that fire, each once; a technique's own lists as exclude:flag and caution:flag. */
  rules: string[];
  /** Who must have agreed, each once; empty unless this can be overridden. */
  needs: string[];
  /** What the app applies: of each number the lowest, and every switch that is on. */
  limits: Limits;
  findings: Finding[];
}

type Near = (flag: Active, how: Reach) => boolean;
type On = ReadonlyMap<string, readonly Active[]>;

/** May this person practise this today, and how? */
export function verdict(policy: Policy, use: Use, raised: readonly Raised[], today: string): Verdict {
  return judge(policy, use, activeFlags(policy, raised, today));
}

/** The verdicts on many at once; what is on today is worked out only once. */
export function verdicts(
  policy: Policy,
  uses: readonly Use[],
  raised: readonly Raised[],
  today: string,
): Verdict[] {
  const active = activeFlags(policy, raised, today);
  return uses.map((use) => judge(policy, use, active));
}

export function rankOf(found: Do): number {
  return RANKS.indexOf(found);
}

/** The verdict for flags that are on. */
export function judge(policy: Policy, use: Use, active: readonly Active[]): Verdict {
  let level = use.level;
  const found = findingsAt(policy, use, level, active);
  while (lowestLevel(found, level) < level) {
    level = (level - 1) as Level;
    found.push(...findingsAt(policy, use, level, active));
  }
  const once = new Map(found.map((finding) => [`${finding.rule} ${finding.flag}`, finding]));
  return told([...once.values()].sort((a, b) => rankOf(b.do) - rankOf(a.do)));
}

function told(findings: Finding[]): Verdict {
  const strictest = findings[0]?.do ?? 'ok';
  const needs = strictest === 'override' ? findings.flatMap((finding) => finding.needs ?? []) : [];
  const limits: Record<string, number | true> = {};
  for (const finding of findings) {
    for (const [name, value] of Object.entries(finding.limits)) {
      const other = limits[name] ?? value;
      limits[name] = value === true || other === true ? true : Math.min(value, other);
    }
  }
  return {
    do: strictest,
    rules: [...new Set(findings.map(named))],
    needs: [...new Set(needs)].sort(),
    limits,
    findings,
  };
}

function lowestLevel(found: readonly Finding[], level: Level): number {
  return Math.min(level, ...found.map(({ limits }) => Number(limits.max_level ?? level)));
}

function findingsAt(policy: Policy, use: Use, level: Level, active: readonly Active[]): Finding[] {
  const { technique, sides = BOTH_SIDES } = use;
  const marks = areaOf(policy.body, use.marks ?? []);
  const tags = tagsOf(technique, level, [...technique.regions, ...marks.keys()]);
  const near: Near = (flag, how) =>
    touches(reachOf(policy.body, flag.flag, flag.sites, how), technique.regions, sides, marks);
  const on = byName(policy, active);
  return [
    ...unknown(policy, active),
    ...fromRules(policy, tags, on, near),
    ...fromLists(policy, technique, tags, on, near),
  ];
}

/** What is on, by the name that rules use: every red flag has one name there. */
function byName(policy: Policy, active: readonly Active[]): On {
  const on = new Map<string, Active[]>();
  for (const flag of active) {
    const name = policy.red_flags.includes(flag.flag) ? ANY_RED_FLAG : flag.flag;
    on.set(name, [...(on.get(name) ?? []), flag]);
  }
  return on;
}

/** Newer than this copy of the data: what is not known cannot be judged, so it blocks. */
function unknown(policy: Policy, active: readonly Active[]): Finding[] {
  return active
    .filter(({ flag }) => !policy.flags[flag] && !policy.red_flags.includes(flag) && flag !== ANY_RED_FLAG)
    .map(({ flag }) => ({ rule: 'unknown_flag', flag, do: 'block', needs: null, limits: {} }));
}

function fromRules(policy: Policy, tags: Tags, on: On, near: Near): Finding[] {
  return policy.rules.flatMap((rule) => {
    const flags = rule.when.flatMap((name) => on.get(name) ?? []);
    if (flags.length === 0 || !holds(rule, tags)) return [];
    return flags
      .filter((flag) => near(flag, rule.site))
      .map(({ flag }) => ({
        rule: rule.id,
        flag,
        do: rule.do,
        needs: rule.needs,
        limits: rule.limits,
      }));
  });
}

/** The technique's own `exclude` blocks and its `caution` warns, both only where a placed flag touches it. */
function fromLists(policy: Policy, technique: Screened, tags: Tags, on: On, near: Near): Finding[] {
  const touching = (names: readonly string[], rule: string, done: Do): Finding[] =>
    names
      .filter((name) => {
        const kind = policy.flags[name];
        if (!kind) return false;
        const { exclude_where: where } = kind;
        if (rule === 'exclude' && where.length > 0 && !where.some((match) => holds(match, tags)))
          return false;
        return (on.get(name) ?? []).some((flag) => near(flag, kind.placed ? kind.site : 'anywhere'));
      })
      .map((flag) => ({ rule, flag, do: done, needs: null, limits: {} }));
  return [
    ...touching(technique.exclude, 'exclude', 'block'),
    ...touching(technique.caution, 'caution', 'warn'),
  ];
}

function named({ rule, flag }: Finding): string {
  return rule === 'exclude' || rule === 'caution' ? `${rule}:${flag}` : rule;
}
