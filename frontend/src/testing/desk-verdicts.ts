/** Verdicts for the desk's tests: rows as the server sends them. */
import type { GivenClearing } from '../domain/desk/clearing';
import { type Finding, type VerdictRow, type Verdicts, verdictsOf } from '../domain/desk/verdicts';

/** A row that says nothing; `more` is what it does say. */
export function row(technique_id: string, level: 1 | 2 | 3, more: Partial<VerdictRow> = {}): VerdictRow {
  return {
    technique_id,
    level,
    side: 'both',
    verdict: 'ok',
    needs: [],
    limits: {},
    findings: [],
    basis: '',
    cleared_days: 90,
    alternatives: [],
    tools_missing: [],
    ...more,
  };
}

/** The same said at every level. */
export function everyLevel(technique_id: string, more: Partial<VerdictRow> = {}): VerdictRow[] {
  return ([1, 2, 3] as const).map((level) => row(technique_id, level, more));
}

export function finding(rule: string, reason: string, more: Partial<Finding> = {}): Finding {
  return {
    rule,
    reason,
    flags: [{ id: 'blood_thinners', label: 'Takes blood thinners' }],
    verdict: 'adapt',
    needs: null,
    limits: {},
    ...more,
  };
}

export function said(...rows: (VerdictRow | VerdictRow[])[]): Verdicts {
  return verdictsOf(rows.flat());
}

/** Blood thinners, in short: no more than level 1, no hold beyond 24 s. */
export const GENTLE = { verdict: 'adapt', limits: { max_level: 1, max_hold_s: 24 } } as const;

/** A physician has to agree, because of that one flag. */
export const ASK: Partial<VerdictRow> = {
  verdict: 'override',
  needs: ['physician'],
  basis: 'S26:blood_thinners@',
  findings: [finding('S26', 'Hard tools may cause bruises.', { verdict: 'override', needs: 'physician' })],
};

export const LETTER: GivenClearing = {
  role: 'physician',
  reason: 'Her doctor agreed by letter',
  cleared_on: '2026-11-01',
  expires_on: '2027-01-30',
  basis: 'S26:blood_thinners@',
  up_to_level: 3,
  by: { id: 't1', name: 'Marit' },
  at: '2026-11-01T09:00:00Z',
};
