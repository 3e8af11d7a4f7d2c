import { expect, it } from 'vitest';
import cases from '../../../../tests/contract/gentle.json';
import { gentleUntil } from './visits';

it.each(cases)('gentle after a visit: $rule', ({ visits, now, until }) => {
  expect(gentleUntil(visits, Date.parse(now))).toBe(until === null ? null : Date.parse(until));
});
