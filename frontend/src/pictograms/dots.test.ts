import { expect, it } from 'vitest';
import { dotsOf } from './dots';
import { isClose } from './format';
import { poseOf } from './poses';
import { solve } from './solve';

it('the dots of a stick lie on the limb that it rolls', () => {
  const pose = poseOf('shin-stick', 1);
  if (!pose || isClose(pose)) throw new Error('no figure');
  const { shin } = solve(pose).bones;
  const across = (x: number, y: number) =>
    (x - shin.from[0]) * (shin.to[1] - shin.from[1]) - (y - shin.from[1]) * (shin.to[0] - shin.from[0]);
  const [line = []] = dotsOf(pose);
  expect(line).toHaveLength(2);
  for (const [x, y] of line) expect(across(x, y)).toBeCloseTo(0);
});

it('a pose that holds still has no dots', () => {
  const pose = poseOf('low-back-ball-wall', 1);
  if (!pose || isClose(pose)) throw new Error('no figure');
  expect(dotsOf(pose)).toEqual([]);
});
