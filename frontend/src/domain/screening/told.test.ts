import { describe, expect, it } from 'vitest';
import table from '../../../../tests/contract/told.json';
import type { Policy } from '.';
import data from './policy.gen.json';
import { type TellingLog, toldIn } from './told';

const policy = data as unknown as Policy;
const AT = Date.parse('2026-03-02T06:30:00Z');

interface Case {
  name: string;
  log: Partial<TellingLog> & { kind: string };
  out: {
    act?: string;
    flag: string;
    sites: [string, string][];
    since: string | null;
    covers?: string[];
  }[];
}

describe('what a log tells of flags', () => {
  it.each(table.cases as unknown as Case[])('$name', ({ log, out }) => {
    const found = toldIn(policy, { id: 'log', local_date: table.today, ...log }, AT);
    expect(found).toEqual(
      out.map(({ act = 'raise', flag, sites, since, covers = [] }, place) => ({
        id: log.kind === 'flag' ? 'log' : `log:${place}`,
        at: AT,
        act,
        flag,
        by_therapist: false,
        sites: sites.map(([region, side]) => ({ region, side })),
        since,
        reason: '',
        covers,
        question: log.kind === 'intake' ? log.question_id : '',
      })),
    );
  });

  it('a check that holds nothing tells nothing', () => {
    expect(toldIn(policy, { id: 'log', kind: 'check', local_date: table.today }, AT)).toEqual([]);
  });
});
