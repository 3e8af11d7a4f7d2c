/** From a pose's few numbers to every joint: the same bones for every figure. */
import type { Body, BodyPose, Bone, Limb, Side } from './format';
import { between, heading, minus, nearest, onCurve, type P, plus, times, twoBones, unit } from './geometry';

export const BONES = { torso: 26, neck: 15.4, thigh: 24, shin: 23, foot: 8, upper: 15.5, fore: 15 } as const;
const WIDE = { head: 15.2, torso: 13, leg: 9, farLeg: 8, arm: 6.5 } as const;
/** Seen from the front, half of what the shoulders and hips are apart. */
const ACROSS = { shoulder: 7.5, hip: 4.2 } as const;

export interface Capsule {
  from: P;
  to: P;
  width: number;
  /** Unit vector out of its front (seen from the front: its outer) side. */
  front: P;
  /** What a bent back leans towards. */
  via?: P;
}

export type Skeleton = Record<Bone, Capsule> & { spine: Capsule };
export type Measures = Pick<BodyPose, 'face' | 'k' | 'view' | 'aslant'>;

/** Bones with thick ends: how much a figure of this size is slimmer than the lying one. */
export const slim = (k = 1): number => (1 + k) / 2;

/** Where on a capsule a tool can touch, and which way is out. */
export function surface(bone: Capsule, side: Side, t: number): { point: P; out: P } {
  const sign = { front: 1, back: -1, near: 0 }[side];
  const out = times(bone.front, sign);
  const middle = bone.via ? onCurve(bone.from, bone.via, bone.to, t) : between(bone.from, bone.to, t);
  return { point: plus(middle, times(out, bone.width / 2)), out };
}

/** Whether both of her shoulders are seen, and both hips. */
export const isBroad = ({ view, aslant }: Measures): boolean => view === 'front' || aslant !== undefined;

/** The trunk and the legs, which no tool in a hand can move. */
export function trunkAndLegs(body: Body, of: Measures): Skeleton {
  const { face, k = 1 } = of;
  const up = heading(body.torso);
  const front = frontOf(times(up, -1), face);
  const shoulder = plus(body.hip, times(up, BONES.torso * k));
  const apart = of.view === 'front' ? k : -k * Math.sin(((of.aslant ?? 0) * Math.PI) / 180);
  const nearHip = plus(body.hip, times(front, ACROSS.hip * apart));
  const farHip = plus(body.hip, times(front, -ACROSS.hip * apart));
  const nearShoulder = plus(shoulder, times(front, ACROSS.shoulder * apart));
  const farShoulder = plus(shoulder, times(front, -ACROSS.shoulder * apart));
  const lean = (body.head ?? 0) * face;
  const crown = heading(body.torso + lean);
  const centre = plus(shoulder, times(crown, BONES.neck * k));
  const w = slim(k);
  const spine = capsule(shoulder, body.hip, WIDE.torso * w, face, times(front, -2 * (body.bow ?? 0)));
  const still = { from: nearShoulder, to: nearShoulder, width: WIDE.arm * w, front };
  return {
    spine,
    torso: isBroad(of) ? capsule(nearShoulder, nearHip, 8 * w, face) : spine,
    head: { from: centre, to: centre, width: WIDE.head * w, front: frontOf(times(crown, -1), face) },
    ...leg('thigh', 'shin', 'foot', nearHip, body.leg, WIDE.leg * w, of),
    ...leg('farThigh', 'farShin', 'farFoot', farHip, body.farLeg, WIDE.farLeg * w, of),
    upper: still,
    fore: still,
    farUpper: { ...still, from: farShoulder, to: farShoulder },
    farFore: still,
  } as Skeleton;
}

/** An arm from its shoulder; `hold` is where the hand must be when it holds something. */
export function withArm(figure: Skeleton, limb: Limb, far: boolean, of: Measures, hold?: P): Skeleton {
  const [first, second]: [Bone, Bone] = far ? ['farUpper', 'farFore'] : ['upper', 'fore'];
  const shoulder = figure[first].from;
  const wish = hold ? { ...limb, to: hold } : limb;
  const ends = jointed(shoulder, wish, BONES.upper, BONES.fore, -1, far, of);
  const width = WIDE.arm * slim(of.k);
  const face = sideOf(far, of);
  return {
    ...figure,
    [first]: capsule(shoulder, ends.middle, width, face),
    [second]: capsule(ends.middle, ends.end, width, face),
  };
}

function leg(a: Bone, b: Bone, c: Bone, hip: P, limb: Limb, width: number, of: Measures) {
  const far = a === 'farThigh';
  const { middle, end } = jointed(hip, limb, BONES.thigh, BONES.shin, 1, far, of);
  const face = sideOf(far, of);
  const shin = capsule(middle, end, width, face);
  const toe = plus(end, times(footWay(limb, shin, face), BONES.foot * (of.k ?? 1) * (of.view ? 0.5 : 1)));
  return { [a]: capsule(hip, middle, width, face), [b]: shin, [c]: capsule(end, toe, width, face) };
}

/** A foot that was put somewhere stands flat; one that hangs or lies points where the shin's front does. */
function footWay(limb: Limb, shin: Capsule, face: 1 | -1): P {
  if (limb.tip !== undefined) return heading(limb.tip);
  return limb.to ? [face, 0] : shin.front;
}

function jointed(from: P, limb: Limb, one: number, two: number, lean: 1 | -1, far: boolean, of: Measures) {
  const { k = 1 } = of;
  if (limb.to) {
    const side = frontOf(unit(minus(limb.to, from)), sideOf(far, of));
    const ends = twoBones(from, limb.to, one * k, two * k, times(side, lean * (limb.bend ?? 1)));
    const flat = Math.cos(((limb.sway ?? 0) * Math.PI) / 180);
    return { ...ends, middle: between(nearest(ends.middle, from, ends.end), ends.middle, flat) };
  }
  const middle = plus(from, times(heading(limb.a ?? 90), one * k));
  return { middle, end: plus(middle, times(heading(limb.b ?? limb.a ?? 90), two * k)) };
}

/** Seen from the front, the outer side of the far limbs is the other way. */
function sideOf(far: boolean, of: Measures): 1 | -1 {
  return far && of.view === 'front' ? (-of.face as 1 | -1) : of.face;
}

function capsule(from: P, to: P, width: number, face: 1 | -1, bend?: P): Capsule {
  const front = frontOf(unit(minus(to, from)), face);
  const via = bend && (bend[0] !== 0 || bend[1] !== 0) ? plus(between(from, to, 0.5), bend) : undefined;
  return via ? { from, to, width, front, via } : { from, to, width, front };
}

/** Standing upright and facing right (face 1), the way down (0, 1) has its front to the right (1, 0). */
function frontOf(down: P, face: 1 | -1): P {
  return [down[1] * face, -down[0] * face];
}
