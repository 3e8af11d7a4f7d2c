import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ORDER } from './layer-order';

it('repeats the order that the styles declare', () => {
  const declared = /@layer [^;]+;/.exec(readFileSync('src/styles/layers.css', 'utf8'))?.[0];
  expect(declared?.replaceAll(', ', ',')).toBe(ORDER);
});
