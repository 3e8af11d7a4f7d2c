/**
 * The verdict on a technique at a level for one person today: the strictest of all rules and of its own lists. Rules
 * read the level that is assigned; where a limit clips it to a lower level, that one is read too, with those between,
 * and the strictest counts, so that a further flag can never make a verdict laxer. Source: domain.md 2.4, DECISIONS.
 */
import { activeFlags, type Raised } from './dates';
import { type Person, personOf } from './person';
import {
  type Do,
  type FlagKind,
  holds,
  type Level,
  type Limits,
  type Policy,
  RANKS,
  type Screened,
  type Tags,
  tagsOf,
} from './policy';
import { type Area, areaOf, BOTH_SIDES, type Site, touches, workOf } from './sites';

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

/** May this person practise this today, and how? */
export function verdict(policy: Policy, use: Use, raised: readonly Raised[], today: string): Verdict {
  return judge(personOf(policy, activeFlags(policy, raised, today)), use);
}

/** The verdicts on many at once; what is on today is worked out only once. */
export function verdicts(
  policy: Policy,
  uses: readonly Use[],
  raised: readonly Raised[],
  today: string,
): Verdict[] {
  const person = personOf(policy, activeFlags(policy, raised, today));
  return uses.map((use) => judge(person, use));
}

export function rankOf(found: Do): number {
  return RANKS.indexOf(found);
}

/** The verdict for flags that are on. */
export function judge(person: Person, use: Use): Verdict {
  let level = use.level;
  const found = findingsAt(person, use, level);
  while (lowestLevel(found, level) < level) {
    level = (level - 1) as Level;
    found.push(...findingsAt(person, use, level));
  }
  return told(found);
}

/** Of several readings of the same technique: what any of them says. */
export function strictest(readings: readonly Verdict[]): Verdict {
  return told(readings.flatMap(({ findings }) => findings));
}

function told(found: readonly Finding[]): Verdict {
  const once = new Map(found.map((finding) => [`${finding.rule} ${finding.flag}`, finding]));
  const findings = [...once.values()].sort((a, b) => rankOf(b.do) - rankOf(a.do));
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

function findingsAt(person: Person, use: Use, level: Level): Finding[] {
  const { technique, sides = BOTH_SIDES } = use;
  const marks = areaOf(person.policy.body, use.marks ?? []);
  const tags = tagsOf(technique, level, [...technique.regions, ...marks.keys()]);
  const work = workOf(technique.regions, sides, marks);
  return [
    ...person.unknown.map((flag) => finding('unknown_flag', flag, 'block')),
    ...fromRules(person, tags, work),
    ...fromLists(person, technique, tags, work),
  ];
}

function fromRules(person: Person, tags: Tags, work: Area | null): Finding[] {
  const found: Finding[] = [];
  for (const [rule, reaches] of person.rules) {
    if (!holds(rule, tags)) continue;
    for (const [flag, reach] of reaches) {
      if (touches(reach, work)) {
        found.push({ rule: rule.id, flag, do: rule.do, needs: rule.needs, limits: rule.limits });
      }
    }
  }
  return found;
}

/** The technique's own `exclude` blocks and its `caution` warns, both only where a placed flag touches it. */
function fromLists(person: Person, technique: Screened, tags: Tags, work: Area | null): Finding[] {
  const touching = (names: readonly string[]) =>
    names.filter((name) => person.lists.get(name)?.some(([, reach]) => touches(reach, work)));
  const excludes = touching(technique.exclude).filter((name) => {
    const { exclude_where: where } = person.policy.flags[name] as FlagKind;
    return where.length === 0 || where.some((match) => holds(match, tags));
  });
  return [
    ...excludes.map((flag) => finding('exclude', flag, 'block')),
    ...touching(technique.caution).map((flag) => finding('caution', flag, 'warn')),
  ];
}

function finding(rule: string, flag: string, found: Do): Finding {
  return { rule, flag, do: found, needs: null, limits: {} };
}

function named({ rule, flag }: Finding): string {
  return rule === 'exclude' || rule === 'caution' ? `${rule}:${flag}` : rule;
}
