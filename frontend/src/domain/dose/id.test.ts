import { expect, it } from 'vitest';
import { decisionId } from './id';

// As Python's uuid.uuid5 makes them: one block of the hash, two, and a name that is not all ASCII.
it.each([
  ['c1', '2026-11-23', 'D05', 'foot-ball-hold', 'c94abde2-8076-5cb0-88fc-aa9dc3dd9a41'],
  ['0192f0c1-0000-7000-8000-00000000000a', '2026-11-23', 'D07', '', 'b5d1b9bc-1439-5c75-97bb-deb841738934'],
  [
    '0192f0c1-0000-7000-8000-00000000000a',
    '2026-11-23',
    'D02',
    'neck-shoulder-soft-ball-wall',
    '5459c66d-e776-559a-ae85-f3080c7a0943',
  ],
  ['c1', '2026-11-23', 'D04', 'fußball', 'c6f5702d-9bdc-538f-931a-f6584f42885a'],
])('a decision has the id that the server gives it: %s %s %s %s', (client, on, rule, target, id) => {
  expect(decisionId(client, on, rule, target)).toBe(id);
});
