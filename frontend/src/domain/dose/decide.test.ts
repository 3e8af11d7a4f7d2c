import { describe, expect, it } from 'vitest';
import table from '../../../../tests/contract/dose.json';
import { type DoseCase, decide } from './decide';

describe('a day decides about the dose as the table says', () => {
  it.each(table.cases)('$name', (one) => {
    expect(decide(one.in as DoseCase)).toEqual(one.out);
  });
});

it('keeps the last breath of a dose that is nothing but one', () => {
  expect(decide({ cur_s: 8, level: 1, deltas: [3] }).new_s).toBe(8);
});
