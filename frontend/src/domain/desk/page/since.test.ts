import { describe, expect, it } from 'vitest';
import type { Visit } from '../visits';
import { standingVisits } from './facts';
import { isSince, startsOf } from './since';

const ZONE = 'Europe/Berlin';
const NOW = Date.parse('2026-11-22T10:00:00Z');
const visit = (on: string, more: Partial<Visit> = {}): Visit => ({
  id: on,
  on,
  at: `${on}T15:00:00Z`,
  minutes: 50,
  kind: 'direct',
  regions: [],
  note: '',
  reaction: '',
  by: { id: 't1', name: 'Marit' },
  written_at: '2026-11-18T16:00:00Z',
  replaces: null,
  replaced_by: null,
  withdrawn: null,
  ...more,
});
const version = (number: number, created_at: string) => ({ number, created_at });
const starts = (visits: Visit[], versions: { number: number; created_at: string }[]) =>
  startsOf(visits, versions, NOW, ZONE).map((one) => `${one.why} ${one.number ?? one.date}`);

describe('what the page counts from', () => {
  it('is the last visit, then earlier ones, the newest version, four weeks', () => {
    const visits = ['2026-11-01', '2026-11-15', '2026-10-01', '2026-09-01'].map((on) => visit(on));
    expect(starts(visits, [version(1, '2026-09-01T09:00:00Z'), version(2, '2026-11-15T16:00:00Z')])).toEqual([
      'visit 2026-11-15',
      'visit 2026-11-01',
      'visit 2026-10-01',
      'version 2',
      'weeks 2026-10-26',
    ]);
  });

  it('is what came before today where a visit or a version of today stands there already', () => {
    const versions = [version(1, '2026-11-02T09:00:00Z'), version(2, '2026-11-22T08:00:00Z')];
    expect(starts([visit('2026-11-22'), visit('2026-11-08')], versions)).toEqual([
      'visit 2026-11-08',
      'version 1',
      'weeks 2026-10-26',
      'visit 2026-11-22',
    ]);
  });

  it('is the first version even of today, else four weeks', () => {
    expect(starts([], [version(1, '2026-11-22T08:00:00Z')])).toEqual(['version 1', 'weeks 2026-10-26']);
    expect(starts([], [])).toEqual(['weeks 2026-10-26']);
  });

  it('is no visit that was replaced or taken back', () => {
    const gone = [
      visit('2026-11-15', { replaced_by: 'x' }),
      visit('2026-11-16', { withdrawn: { by: { id: 't1', name: 'Marit' }, at: '2026-11-18T17:00:00Z' } }),
    ];
    expect(standingVisits([...gone, visit('2026-11-01'), visit('2026-11-03')]).map((one) => one.on)).toEqual([
      '2026-11-03',
      '2026-11-01',
    ]);
  });

  it('counts on its own date from its own instant on, or the whole date', () => {
    const start = { why: 'visit', date: '2026-11-15', at: '2026-11-15T15:00:00Z', number: null } as const;
    expect(isSince(start, '2026-11-16', '2026-11-16T01:00:00Z')).toBe(true);
    expect(isSince(start, '2026-11-14', '2026-11-15T16:00:00Z')).toBe(false);
    expect(isSince(start, '2026-11-15', '2026-11-15T14:59:00Z')).toBe(false);
    expect(isSince(start, '2026-11-15', '2026-11-15T15:00:00.250Z')).toBe(true);
    expect(isSince({ ...start, why: 'weeks', at: null }, '2026-11-15', '2026-11-15T00:00:00Z')).toBe(true);
  });
});
