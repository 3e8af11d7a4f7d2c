/** What can be wrong with a whole figure, in words; an empty list is a sound pose. */
import { type Body, type BodyPose, type Bone, FLOOR, type Limb } from '../format';
import { framed } from '../frames';
import { apart, between, type P } from '../geometry';
import { BONES, type Capsule, type Skeleton, surface } from '../skeleton';
import { type Figure, solve } from '../solve';
import { againstRecord, overPhases, type Told } from './record';
import { touching } from './touch';

const LIMBS: readonly Bone[] = [
  'head',
  'upper',
  'fore',
  'thigh',
  'shin',
  'foot',
  'farUpper',
  'farFore',
  'farThigh',
  'farShin',
  'farFoot',
];
/** How deep flesh and strokes may overlap what is hard, and what is soft. */
const HARD = 1.1;

export function lintBody(pose: BodyPose, told: Told): string[] {
  const kinds = (pose.tools ?? []).map((tool) => tool.kind);
  const faults = againstRecord({ pos: pose.pos, tools: kinds, moves: (pose.frames?.length ?? 0) > 0 }, told);
  faults.push(...propsMissing(pose, told), ...positionWrong(pose));
  const found = (phase: number) => {
    const figure = solve(pose, phase);
    return [
      ...bonesWrong(pose, figure, phase),
      ...throughThings(pose, figure),
      ...touching(pose, figure, told, phase),
    ];
  };
  return [...faults, ...overPhases(found)];
}

function propsMissing({ scene }: BodyPose, { props }: Told): string[] {
  const shown: Record<string, unknown> = {
    wall: scene.wall,
    chair: scene.chair,
    table: scene.table,
    mat: scene.mat,
    pillow: scene.soft?.find((soft) => soft.of === 'pillow'),
    towel: scene.soft?.find((soft) => soft.of === 'towel'),
  };
  const seen = props.length === 0 || props.some((prop) => shown[prop] !== undefined);
  return seen ? [] : [`shows none of ${props.join(', ')}`];
}

/** The position that the pose claims, measured. */
function positionWrong(pose: BodyPose): string[] {
  const { bones } = solve(pose);
  const { spine } = bones;
  const upright = (spine.to[1] - spine.from[1]) / apart(spine.from, spine.to);
  const up = -spine.front[1];
  const seat = pose.scene.chair?.y ?? FLOOR;
  const low = (bone: Capsule) => Math.max(bone.from[1], bone.to[1]) + bone.width / 2;
  const stands = Math.max(low(bones.foot), low(bones.farFoot)) > FLOOR - 1.5;
  const lying = Math.abs(upright) < 0.62;
  const fits: Record<BodyPose['pos'], boolean> = {
    supine: lying && up > 0.6,
    prone: lying && up < -0.6,
    side_lying: lying && pose.view === 'front',
    seated: upright > 0.8 && Math.abs(low(bones.thigh) - seat) < 4.5,
    long_sitting: upright > 0.6 && bones.thigh.from[1] > FLOOR - 24,
    standing: upright > 0.8 && stands,
    standing_wall: upright > 0.8 && stands && pose.scene.wall !== undefined,
  };
  return fits[pose.pos] ? [] : [`does not look ${pose.pos}`];
}

function bonesWrong(pose: BodyPose, { bones, tools }: Figure, phase: number): string[] {
  const { k = 1, body } = pose;
  const faults: string[] = [];
  const lengths: [Bone, number, Limb | undefined][] = [
    ['thigh', BONES.thigh, body.leg],
    ['shin', BONES.shin, body.leg],
    ['farThigh', BONES.thigh, body.farLeg],
    ['farShin', BONES.shin, body.farLeg],
    ['upper', BONES.upper, body.arm],
    ['fore', BONES.fore, body.arm],
  ];
  for (const [name, length, limb] of lengths) {
    const off = apart(bones[name].from, bones[name].to) - length * k;
    // A limb that falls towards us looks shorter, and never longer.
    const shorter = limb?.sway === undefined ? 0.2 : length * k * 0.4;
    if (off > 0.2 || off < -shorter) faults.push(`${name} changes its length`);
  }
  if (Math.abs(apart(bones.spine.from, bones.spine.to) - BONES.torso * k) > 0.2)
    faults.push('torso changes its length');
  faults.push(...shortfalls(pose, bones, tools, phase));
  if (pose.view === 'front') return faults;
  for (const [first, second] of [
    ['thigh', 'shin'],
    ['farThigh', 'farShin'],
  ] as const) {
    if (bends(bones[first], bones[second]) > 0.2) faults.push(`${first}: the knee bends the wrong way`);
  }
  for (const [first, second, limb] of [
    ['upper', 'fore', 'arm'],
    ['farUpper', 'farFore', 'farArm'],
  ] as const) {
    if (pose.body[limb] && bends(bones[first], bones[second]) < -0.5)
      faults.push(`${first}: the elbow bends the wrong way`);
  }
  return faults;
}

/** How far the second bone leaves the first towards its front. */
function bends(first: Capsule, second: Capsule): number {
  const length = apart(second.from, second.to);
  const [x, y] = [(second.to[0] - second.from[0]) / length, (second.to[1] - second.from[1]) / length];
  return x * first.front[0] + y * first.front[1];
}

function shortfalls(pose: BodyPose, bones: Skeleton, tools: Figure['tools'], phase: number): string[] {
  const body: Body = framed(pose.body, (pose.frames ?? []).map((frame) => frame.body) as never, phase);
  const ends: [string, Limb | undefined, P][] = [
    // The sole moves its own wish to lie on its tool; what it could not reach shows as a gap.
    ['leg', pose.settle === 'sole' ? undefined : body.leg, bones.shin.to],
    ['farLeg', body.farLeg, bones.farShin.to],
    ['arm', body.arm, bones.fore.to],
    ['farArm', body.farArm, bones.farFore.to],
  ];
  return ends.flatMap(([name, limb, end]) => {
    if (limb?.to && apart(limb.to, end) > 1)
      return [`${name} falls short by ${apart(limb.to, end).toFixed(1)}`];
    const held = limb?.grip && tools[limb.grip[0]];
    const off = held ? Math.min(...[held.at, ...held.line].map((spot) => apart(spot, end))) : 0;
    return held && off > held.r + 4 ? [`${name} does not reach its tool by ${off.toFixed(1)}`] : [];
  });
}

function throughThings(pose: BodyPose, { bones }: Figure): string[] {
  const faults: string[] = [];
  for (const name of LIMBS) {
    if (name.startsWith('farU') && !pose.body.farArm) continue;
    if (name === 'farFore' && !pose.body.farArm) continue;
    for (const t of [0, 0.25, 0.5, 0.75, 1]) {
      const bone = bones[name];
      const beside = /upper|fore/i.test(name);
      const thing = through(pose, between(bone.from, bone.to, t), bone.width / 2, beside);
      if (thing) faults.push(`${name} passes through ${thing}`);
    }
  }
  for (const side of ['front', 'back'] as const) {
    for (const t of [0, 0.25, 0.5, 0.75, 1]) {
      const thing = through(pose, surface(bones.torso, side, t).point, 0);
      if (thing) faults.push(`torso passes through ${thing}`);
    }
  }
  return [...new Set(faults)];
}

/** An arm hangs beside a chair, in front of the picture's box. */
function through({ scene }: BodyPose, [x, y]: P, r: number, beside = false): string | null {
  if (y + r > FLOOR + HARD) return 'the floor';
  if (scene.wall !== undefined && (scene.wall > 60 ? x + r > scene.wall + HARD : x - r < scene.wall - HARD))
    return 'the wall';
  const { chair, table } = scene;
  if (chair && !beside && inBox([x, y], r, chair.from, chair.to, chair.y, FLOOR)) return 'the chair';
  if (table && inBox([x, y], r, table.from, table.to, table.y, table.y + 3.4)) return 'the table';
  if (x - r < -1 || x + r > 121 || y - r < -1) return 'the edge of the picture';
  return null;
}

function inBox([x, y]: P, r: number, left: number, right: number, top: number, bottom: number): boolean {
  const across = Math.max(left - x, 0, x - right);
  const down = Math.max(top - y, 0, y - bottom);
  return Math.hypot(across, down) < r - HARD || (across === 0 && down === 0 && y > top + HARD);
}
