import { describe, expect, it } from 'vitest';
import table from '../../../../tests/contract/verdicts.json';
import { type Level, type Policy, type Raised, type Site, type Use, verdict } from '.';
import data from './policy.gen.json';

const policy = data as unknown as Policy;

interface Case {
  name: string;
  flags: { flag: string; sites: [string, string][]; since?: string; confirmed?: string }[];
  technique: string;
  level: Level;
  sides?: string[];
  marks?: [string, string][];
  out: { do: string; rules: string[]; needs: string[]; limits: Record<string, unknown> };
}

const site = ([region, side]: [string, string]): Site => ({ region, side });

function useOf({ technique, level, sides, marks }: Case): Use {
  const screened = policy.techniques[technique];
  if (!screened) throw new Error(`no technique ${technique}`);
  return {
    technique: screened,
    level,
    ...(sides ? { sides: new Set(sides) } : {}),
    ...(marks ? { marks: marks.map(site) } : {}),
  };
}

function raisedOf({ flag, sites, since, confirmed }: Case['flags'][number]): Raised {
  return { flag, sites: sites.map(site), since: since ?? null, confirmed: confirmed ?? null, log: '' };
}

describe('the verdict is what the papers say', () => {
  it.each(table.cases as unknown as Case[])('$name', (one) => {
    const found = verdict(policy, useOf(one), one.flags.map(raisedOf), table.today);
    expect({ do: found.do, rules: found.rules.toSorted(), needs: found.needs, limits: found.limits }).toEqual(
      {
        ...one.out,
        rules: one.out.rules.toSorted(),
      },
    );
  });
});
