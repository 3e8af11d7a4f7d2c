import { describe, expect, it } from 'vitest';
import { draw } from './draw';
import type { BodyPose, Pose } from './format';
import { POSES, poseOf } from './poses';
import { solve } from './solve';

const ALL: [string, Pose][] = Object.entries(POSES).flatMap(([id, levels]) =>
  Object.entries(levels).map(([level, pose]): [string, Pose] => [`${id} ${level}`, pose]),
);
const MOVING = ALL.filter(([, pose]) => (pose.frames ?? []).length > 0);

describe('a picture with keyframes', () => {
  it.each(MOVING)('%s looks different at its end', (_, pose) => {
    expect(draw(pose, { phase: 1, breath: 0 })).not.toEqual(draw(pose, { phase: 0, breath: 0 }));
  });

  it.each(MOVING)('%s keeps its strokes, and their order', (_, pose) => {
    const inks = (phase: number) => draw(pose, { phase, breath: 0 }).map(({ ink }) => ink);
    expect(inks(1)).toEqual(inks(0));
  });
});

describe('a half turned figure', () => {
  const pose = poseOf('glute-ball-wall', 1) as BodyPose;

  it('has its worked shoulder and hip nearer to the wall than the others', () => {
    const { bones } = solve(pose);
    expect(bones.upper.from[0]).toBeGreaterThan(bones.farUpper.from[0] + 5);
    expect(bones.thigh.from[0]).toBeGreaterThan(bones.farThigh.from[0] + 3);
  });

  it('looks at us, and away from the wall', () => {
    const { head } = solve(pose).bones;
    const eyes = draw(pose).filter(({ ink, width }) => ink === 'edge' && width === 1.8);
    expect(eyes).toHaveLength(2);
    for (const { d } of eyes) expect(Number.parseFloat(d.slice(1))).toBeLessThan(head.from[0]);
  });
});
