import { expect, it } from 'vitest';
import { awayOn } from './away';

const away = { from: '2026-03-09', until: '2026-03-20', cover_name: 'Vera' };

it('says who stands in from the first day to the last', () => {
  expect(['2026-03-09', '2026-03-15', '2026-03-20'].map((date) => awayOn(away, date))).toEqual([
    away,
    away,
    away,
  ]);
});

it('says nothing before, after, and where nobody is away', () => {
  expect(['2026-03-08', '2026-03-21'].map((date) => awayOn(away, date))).toEqual([null, null]);
  expect([awayOn(null, '2026-03-15'), awayOn(undefined, '2026-03-15')]).toEqual([null, null]);
});
