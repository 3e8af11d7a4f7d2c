import { expect, test } from 'vitest';
import { logHead, windowFrom } from './head';

const A = '0192f0c1-0000-7000-8000-00000000000a';
const B = '0192f0c1-ffff-7000-8000-00000000000b';

test('no logs have a head of zeros', () => {
  expect(logHead([])).toBe(`0,${'0'.repeat(32)}`);
});

test('a head is the count and the exclusive or of the ids', () => {
  expect(logHead([A])).toBe('1,0192f0c100007000800000000000000a');
  expect(logHead([A, B])).toBe('2,00000000ffff00000000000000000001');
});

test('the order of the logs does not matter', () => {
  expect(logHead([B, A])).toBe(logHead([A, B]));
});

test('the window begins 60 days before the UTC date of the answer', () => {
  expect(windowFrom('Sun, 22 Nov 2026 23:59:59 GMT')).toBe('2026-09-23');
});

test('an answer without a readable date has no window', () => {
  expect(windowFrom(null)).toBeNull();
  expect(windowFrom('soon')).toBeNull();
});
