import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { POSES } from '../src/pictograms/poses/index.ts';

it('keeps all poses together within 60 kB', () => {
  expect(gzipSync(JSON.stringify(POSES)).length).toBeLessThan(60_000);
});
