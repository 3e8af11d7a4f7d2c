import { expect, test } from 'vitest';
import type { Policy, Screened } from '../screening';
import data from '../screening/policy.gen.json';
import { TELLING, whoCouldNot } from './who-could-not';

const policy = data as unknown as Policy;
const level = {
  load: 'lean',
  style: 'sustained_hold',
  hard: 1,
  tools: ['soft_ball'],
  props: [],
  pos: ['standing'],
  near: [],
};
const shoulder = (given: Partial<Screened> = {}): Screened => ({
  id: 'own-1',
  regions: ['shoulder_top'],
  exclude: [],
  caution: [],
  levels: [level, level, level],
  ...given,
});
const flagsOf = (found: { flag: string }[]) => found.map(({ flag }) => flag);

test('every flag is told once', () => {
  const all = Object.values(whoCouldNot(policy, shoulder(), 1)).flat();
  expect(all).toHaveLength(Object.keys(policy.flags).length);
});

test('a flag that the author excludes blocks, and says that it is her own', () => {
  const before = whoCouldNot(policy, shoulder(), 1);
  expect(flagsOf(before.block)).toContain('dvt');
  expect(flagsOf(before.block)).not.toContain('hypermobility');
  const after = whoCouldNot(policy, shoulder({ exclude: ['hypermobility'], caution: ['diabetes'] }), 1);
  expect(after.block.find(({ flag }) => flag === 'hypermobility')?.rules).toContain('exclude:hypermobility');
  expect(flagsOf(after.warn)).toContain('diabetes');
});

test('a flag with a place is taken to lie where the technique works', () => {
  const wound = whoCouldNot(policy, shoulder(), 1).block.find(({ flag }) => flag === 'open_wound');
  expect(wound?.placed).toBe(true);
});

test('who must agree, and what the app limits, is told with it', () => {
  const blood = whoCouldNot(policy, shoulder(), 1).adapt.find(({ flag }) => flag === 'blood_thinners');
  expect(blood?.limits).toMatchObject({ max_level: 1, max_hold_s: 24 });
  const weeks = whoCouldNot(policy, shoulder(), 1).override.find(({ flag }) => flag === 'pregnancy_t1');
  expect(weeks?.needs).toEqual(['prenatal_experience']);
});

test('the strictest comes first', () => {
  expect(TELLING).toEqual(['block', 'override', 'adapt', 'warn']);
});
