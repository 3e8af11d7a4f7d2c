import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { IN_SHARE } from '../src/domain/breath';

it('the circle turns where the breath does', () => {
  const moves = readFileSync('src/screens/client/practice/ring.css', 'utf8');
  const turn = /@keyframes ring-breath[^@]*?(\d+)% \{\s*transform: scale\(1\)/.exec(moves);
  expect(Number(turn?.[1]) / 100).toBe(IN_SHARE);
});
