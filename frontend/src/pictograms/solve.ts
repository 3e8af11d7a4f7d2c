/** A pose at one moment: its bones, and its tools where they touch. */
import { type Body, type BodyPose, type Bone, FLOOR, type Kind, type Limb, type Tool } from './format';
import { framed } from './frames';
import { heading, minus, type P, plus, times, unit } from './geometry';
import { type Skeleton, surface, trunkAndLegs, withArm } from './skeleton';

/** Half a ball's, roller's or stick's thickness; much larger than life against the figure, to be seen. */
export const RADIUS: Record<Kind, number> = {
  golf_ball: 3.4,
  lacrosse_ball: 4.2,
  tennis_ball: 4.7,
  two_balls_sock: 4.7,
  soft_ball: 5.8,
  roller_soft: 7.2,
  roller_firm: 7.2,
  massage_stick: 2.2,
  hooked_cane: 2.2,
  hands: 2.6,
};
const STICK = 25;
/** Flesh gives a little. */
const SINK = 0.7;

export interface Placed {
  kind: Kind;
  at: P;
  r: number;
  /** Out of the body, where it touches. */
  out: P;
  /** A stick's two ends, or a cane from its knob to its grip. */
  line: readonly P[];
  sock: readonly P[];
}

export interface Figure {
  bones: Skeleton;
  tools: readonly Placed[];
  /** What was left between each tool and what carries it, after settling. */
  gaps: readonly number[];
}

/** How far a breath lifts the middle of the trunk: from the side, and each half from the front. */
const BREATH = { side: 2.4, front: 1.6 } as const;

/** The figure at a phase from 0, the first keyframe, to 1, the last; `breath` from 0, out, to 1, in. */
export function solve(pose: BodyPose, phase = 0, breath = 0): Figure {
  const { body, tools } = framed(
    { body: pose.body, tools: pose.tools ?? [] },
    (pose.frames ?? []) as never,
    phase,
  );
  const at = (shift: number) => posed(pose, shifted(body, pose, shift), tools, breath);
  if (!pose.settle || tools.length === 0) return at(0);
  return at(settled((shift) => at(shift).gaps[0] ?? 0));
}

function posed(pose: BodyPose, body: Body, tools: readonly Tool[], breath: number): Figure {
  let bones = trunkAndLegs(body, pose);
  const arms: [Limb | undefined, boolean][] = [
    [body.farArm, true],
    [body.arm, false],
  ];
  for (const [limb, far] of arms) if (limb && !limb.grip) bones = withArm(bones, limb, far, pose);
  const placed = tools.map((tool) => place(tool, bones, lifted(tool.on, pose, breath)));
  for (const [limb, far] of arms) {
    if (limb?.grip) bones = withArm(bones, limb, far, pose, heldAt(placed, limb.grip));
    if (limb?.touch) bones = withArm(bones, limb, far, pose, restingOn(bones, limb.touch, pose, breath));
  }
  return { bones, tools: placed, gaps: tools.map((tool, at) => gapOf(pose, tool, placed[at])) };
}

/** What lies on the front of the trunk goes out with a breath in. */
function lifted([bone, side, t]: Tool['on'], { view = 'side' }: BodyPose, breath: number): number {
  return bone === 'torso' && side === 'front' ? 4 * t * (1 - t) * BREATH[view] * breath : 0;
}

function restingOn(bones: Skeleton, on: Tool['on'], pose: BodyPose, breath: number): P {
  const { point, out } = surface(bones[on[0]], on[1], on[2]);
  return plus(point, times(out, 1.6 + lifted(on, pose, breath)));
}

function place(tool: Tool, bones: Skeleton, lift: number): Placed {
  const r = RADIUS[tool.kind];
  const { point, out } = touched(bones, tool.on);
  const thin = tool.kind === 'massage_stick' || tool.kind === 'hands';
  const at = plus(point, times(out, lift + (thin ? 0 : r - (tool.sink ?? SINK))));
  return { kind: tool.kind, at, r, out, line: lineOf(tool, at), sock: tool.sock ?? [] };
}

function touched(bones: Skeleton, [bone, side, t]: Tool['on']): { point: P; out: P } {
  const found = bones[bone as Bone];
  if (bone !== 'head') return surface(found, side, t);
  const straight = times(found.front, side === 'front' ? 1 : -1);
  const neck = unit(minus(bones.spine.from, found.from));
  const turn = (t * Math.PI) / 2;
  const out = unit(plus(times(straight, Math.cos(turn)), times(neck, Math.sin(turn))));
  return { point: plus(found.from, times(out, found.width / 2)), out };
}

function lineOf(tool: Tool, at: P): readonly P[] {
  if (tool.kind === 'massage_stick') {
    const half = times(heading(tool.turn ?? 0), (tool.long ?? STICK) / 2);
    return [minus(at, half), plus(at, half)];
  }
  return tool.kind === 'hooked_cane' ? [at, ...(tool.shaft ?? [])] : [];
}

function heldAt(placed: readonly Placed[], [index, end]: readonly [number, 0 | 1]): P | undefined {
  const tool = placed[index];
  if (!tool) return undefined;
  if (tool.line.length === 0) return plus(tool.at, times(tool.out, tool.kind === 'hands' ? 1.6 : tool.r + 2));
  return end === 0 && tool.kind === 'massage_stick' ? tool.line[0] : tool.line.at(-1 - (1 - end));
}

function gapOf({ scene }: BodyPose, { rest }: Tool, placed: Placed | undefined): number {
  if (!placed) return 0;
  const { at, r } = placed;
  if (rest === 'floor') return FLOOR - at[1] - r;
  if (rest === 'wall') return scene.wall === undefined ? 0 : Math.abs(scene.wall - at[0]) - r;
  if (rest === 'seat') return scene.chair ? scene.chair.y - at[1] - r : 0;
  if (rest === 'table') return scene.table ? scene.table.y - at[1] - r : 0;
  return 0;
}

/** The body moved, or its limb swung, by so much. */
function shifted(body: Body, pose: BodyPose, by: number): Body {
  if (!pose.settle) return body;
  if (pose.settle === 'x' || pose.settle === 'y') {
    return { ...body, hip: plus(body.hip, pose.settle === 'x' ? [by, 0] : [0, by]) };
  }
  if (pose.settle === 'head') return { ...body, head: (body.head ?? 0) + by };
  const turn = (limb: Limb): Limb => ({
    ...limb,
    a: (limb.a ?? 90) + by,
    b: (limb.b ?? limb.a ?? 90) + by,
  });
  if (pose.settle === 'arm') return { ...body, arm: turn(body.arm) };
  if (pose.settle === 'leg') return { ...body, leg: turn(body.leg) };
  return { ...body, leg: { ...body.leg, to: plus(body.leg.to ?? body.hip, [0, by]) } };
}

/** Where the gap closes: a few steps of the secant, which ends at once when the pose was written well. */
function settled(gap: (shift: number) => number): number {
  let before = 0;
  let gapBefore = gap(0);
  let now = 1;
  for (let step = 0; step < 12 && Math.abs(gapBefore) > 0.005; step++) {
    const gapNow = gap(now);
    const slope = (gapNow - gapBefore) / (now - before);
    const next = Math.abs(slope) < 1e-4 ? now : now - Math.max(-12, Math.min(12, gapNow / slope));
    [before, gapBefore, now] = [now, gapNow, next];
  }
  return before;
}
