/** Who could not do a technique, and who only with care: the engine's own answer, flag by flag, for its author. */
import {
  type Do,
  judge,
  type Level,
  type Limits,
  type Policy,
  personOf,
  RANKS,
  type Screened,
} from '../screening';

export interface Told {
  flag: string;
  do: Do;
  /** Who must have agreed. */
  needs: string[];
  limits: Limits;
  /** Ids of the rules that speak, strictest first; `exclude:flag` and `caution:flag` are the technique's own lists. */
  rules: string[];
  /** The flag has a place, and is meant to lie where the technique works. */
  placed: boolean;
}

export type Groups = Record<Do, Told[]>;

/** What each flag alone would come to at this level; one with a place is taken to lie where the technique works. */
export function whoCouldNot(policy: Policy, technique: Screened, level: Level): Groups {
  const groups: Groups = { ok: [], warn: [], adapt: [], override: [], block: [] };
  for (const [flag, kind] of Object.entries(policy.flags)) {
    const person = personOf(policy, [{ flag, sites: [], log: '' }]);
    const verdict = judge(person, { technique, level });
    const { needs, limits, rules } = verdict;
    groups[verdict.do].push({ flag, do: verdict.do, needs, limits, rules, placed: kind.placed });
  }
  return groups;
}

/** From the strictest on, without those whom it leaves alone. */
export const TELLING: readonly Do[] = [...RANKS].reverse().filter((found) => found !== 'ok');
