/** The dotted way of a movement. */
import { type BodyPose, FLOOR } from './format';
import { between, type P } from './geometry';
import { solve } from './solve';

const REACH = 12;

/** Written ways, or the way of a rolling tool along what carries it. */
export function dotsOf(pose: BodyPose): readonly (readonly P[])[] {
  if (pose.dots) return pose.dots;
  const { rest, kind } = pose.tools?.[0] ?? {};
  if (pose.frames && kind === 'massage_stick') return alongLimb(pose);
  if (!pose.frames || (rest !== 'floor' && rest !== 'wall')) return [];
  const places = [0, 0.5, 1].flatMap((phase) => solve(pose, phase).tools.slice(0, 1)).map((tool) => tool.at);
  const along = places.map((place) => place[rest === 'floor' ? 0 : 1]);
  const middle = (Math.min(...along) + Math.max(...along)) / 2;
  const half = Math.max(REACH, (Math.max(...along) - Math.min(...along)) / 2);
  if (rest === 'floor') {
    const y = FLOOR + (pose.scene.mat ? 6.9 : 5);
    return [
      [
        [middle - half, y],
        [middle + half, y],
      ],
    ];
  }
  const wall = pose.scene.wall ?? 0;
  const x = wall + (wall > 60 ? 6 : -6);
  return [
    [
      [x, middle - half],
      [x, middle + half],
    ],
  ];
}

/** A stick goes up and down the limb that it lies on, a little further than its keyframes do. */
function alongLimb(pose: BodyPose): readonly (readonly P[])[] {
  const turns = [pose.tools, ...(pose.frames ?? []).map((frame) => frame.tools)];
  const places = turns.flatMap((tools) => (tools?.[0]?.on ? [tools[0].on] : []));
  const bone = solve(pose).bones[places[0]?.[0] ?? 'thigh'];
  const along = places.map((place) => place[2]);
  const [from, to] = [Math.min(...along) - 0.14, Math.max(...along) + 0.14];
  return [[between(bone.from, bone.to, from), between(bone.from, bone.to, to)]];
}
