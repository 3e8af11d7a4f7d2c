import { describe, expect, it } from 'vitest';
import { isClose } from './format';
import { poseOf } from './poses';
import { solve } from './solve';

function figure(id: string, breath: number) {
  const pose = poseOf(id, 1);
  if (!pose || isClose(pose)) throw new Error(`no figure for ${id}`);
  return solve(pose, 0, breath);
}

describe('a breath in', () => {
  it('lifts both hands on the belly of someone who lies on her back', () => {
    const [out, full] = [figure('belly-hands-breath', 0), figure('belly-hands-breath', 1)];
    expect(full.bones.fore.to[1]).toBeLessThan(out.bones.fore.to[1] - 1);
    expect(full.bones.farFore.to[1]).toBeLessThan(out.bones.farFore.to[1] - 1);
    expect(full.tools[0]?.at[1]).toBeLessThan((out.tools[0]?.at[1] ?? 0) - 1);
  });

  it('moves the hand on the upper ribs outwards', () => {
    const [out, full] = [figure('side-rib-breath', 0), figure('side-rib-breath', 1)];
    expect(full.bones.fore.to[1]).toBeLessThan(out.bones.fore.to[1] - 1);
  });

  it('moves nothing that does not lie on the trunk', () => {
    expect(figure('legs-on-chair-breath', 1).bones).toEqual(figure('legs-on-chair-breath', 0).bones);
    expect(figure('upper-back-two-balls', 1).tools).toEqual(figure('upper-back-two-balls', 0).tools);
  });
});
