/**
 * A pose is data: how a person lies, sits or stands, and where the tool is. One small drawer (draw.ts) makes the
 * picture. To add one, write it into poses/<family>.ts under its technique and level, look at /dev/pictograms
 * (`npx vite`, then that page; `make pictograms` for files), and let lint.test.ts tell what is off.
 *
 * Rules of the grid
 * - 120 wide, 96 high. The floor is y = FLOOR (88). Angles: 0 right, 90 down, 180 left, -90 up.
 * - `face` 1: upright she would look to the right; -1: to the left. On her back with the head at the left: 1, head
 *   at the right: -1; on her belly the other way round. In a view from the front (`view: 'front'`: standing side-on,
 *   lying on the side) there is a worked side instead: face 1 = the near limbs are those at the picture's right
 *   when she is upright, -1 = at its left.
 *   Half turned towards us (`aslant`) she stays in the side view: `back` is then the near side's edge.
 * - `near` limbs (arm, leg) are the worked side's: dark. `far` ones are soft. Left and right are mirrored by the
 *   drawer, so write one side only.
 * - `k` is how much shorter the bones are than in a lying figure: 1 lying and sitting, STANDING for upright people.
 *
 * Body, from the hip: `hip` is a point, `torso` the angle from the hip up to the shoulder, `bow` how far the middle
 * of the back is pushed backwards (negative: arched), `head` the head's angle against the torso (+ towards the front).
 * Limbs: either `to`, where the ankle or hand must be (the knee bends forwards, the elbow backwards; `bend: -1` turns
 * that round), or two angles `a` (thigh, upper arm) and `b` (calf, forearm). `tip`: angle of the foot. A hand on a
 * tool: `grip: [tool, end]`; at rest on the body: `touch`. onFloor(x) is an ankle whose foot stands at x.
 *
 * Tools: `on: [bone, side, t]`: the surface they touch. t runs from the head's end of the bone (0) to the feet's end
 * (1): torso 0 = shoulder, 1 = hip. `side` is 'front' or 'back' (sole = back of the foot); in a view from the front
 * read 'front' as the outer side and 'back' as the inner one; 'near' is the side that looks at us (a stick on the
 * outer thigh). On the head t is a turn: 0 straight, 1 = 90° towards
 * the neck. `rest` is what carries the tool. `settle` moves the body until the tool really touches it: 'x' sideways
 * (wall), 'y' up and down (floor), 'leg' or 'arm' swings that near limb (write it with angles), 'sole' lifts its
 * foot (write it with `to`), 'head' nods. Only the first tool counts.
 *
 * Motion: `frames` lists one or two further keyframes, each only with what changes against the first. Breathing needs
 * none. Dots under a floor or beside a wall come by themselves when frames exist; other ways: `dots`.
 * Where the side view cannot show the spot (beside the spine, on one buttock), add `inset`: see inset.ts.
 */
import type { P } from './geometry';

export type { P } from './geometry';

export type Level = 1 | 2 | 3;
export type Position =
  | 'supine'
  | 'prone'
  | 'side_lying'
  | 'seated'
  | 'long_sitting'
  | 'standing'
  | 'standing_wall';
export type Kind =
  | 'two_balls_sock'
  | 'soft_ball'
  | 'tennis_ball'
  | 'lacrosse_ball'
  | 'golf_ball'
  | 'roller_soft'
  | 'roller_firm'
  | 'massage_stick'
  | 'hooked_cane'
  | 'hands';
export type Bone =
  | 'head'
  | 'torso'
  | 'upper'
  | 'fore'
  | 'thigh'
  | 'shin'
  | 'foot'
  | 'farUpper'
  | 'farFore'
  | 'farThigh'
  | 'farShin'
  | 'farFoot';
export type Side = 'front' | 'back' | 'near';
export type Rest = 'floor' | 'wall' | 'seat' | 'table' | 'hand' | 'pillow';
export type Layer = 'arm' | 'farArm' | 'leg' | 'farLeg';

export interface Limb {
  to?: P;
  bend?: 1 | -1;
  a?: number;
  b?: number;
  tip?: number;
  /** With `to`: how far the knee or elbow falls towards us, in degrees; the limb looks shorter then. */
  sway?: number;
  grip?: readonly [tool: number, end: 0 | 1];
  /** A hand that rests on the body, and moves with its breath. */
  touch?: readonly [bone: Bone, side: Side, t: number];
}

export interface Body {
  hip: P;
  torso: number;
  bow?: number;
  head?: number;
  leg: Limb;
  farLeg: Limb;
  arm: Limb;
  farArm?: Limb;
}

export interface Tool {
  kind: Kind;
  on: readonly [bone: Bone, side: Side, t: number];
  rest: Rest;
  /** How deep it presses in, where a limb is soft and heavy: tools are drawn much larger than life. */
  sink?: number;
  /** A stick's direction; a cane's shaft as further points, seen from its knob. */
  turn?: number;
  /** How long a stick looks, where it points towards us. */
  long?: number;
  shaft?: readonly P[];
  /** The end of a long sock with the ball in it, from the ball to a hand. */
  sock?: readonly P[];
}

/** A cushion, folded or rolled towel: its middle, width, height, and how far it is turned. */
export interface Support {
  at: P;
  w: number;
  h: number;
  turn?: number;
  of: 'pillow' | 'towel';
  /** It lies nearer than the far limbs. */
  before?: true;
}

export interface Scene {
  /** x of a wall. */
  wall?: number;
  /** A seat from x to x, its top at y; `back`: x of a backrest. */
  chair?: { from: number; to: number; y: number; back?: number };
  table?: { from: number; to: number; y: number };
  mat?: readonly [from: number, to: number];
  soft?: readonly Support[];
}

/** A small foot, large beside the figure, with the first tool under its sole. `at`: the middle of its panel. */
export interface FootInset {
  view: 'foot';
  at: P;
}

/** A small figure from behind or in front that shows where the tool goes. `at`: middle of the base of its neck. */
export interface BodyInset {
  view: 'back' | 'front';
  at: P;
  /** Out from the middle line towards the worked side, and down from the base of the neck. */
  spot: P;
  /** A tool on both sides of the middle line. */
  both?: true;
}

export type Inset = BodyInset | FootInset;

/** Changes against the first keyframe, as deep as needed. */
export type Change<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Change<T[K]> }
    : T;

export interface Moving {
  body: Body;
  tools: readonly Tool[];
  soft?: readonly Support[];
}

export interface BodyPose {
  pos: Position;
  view?: 'side' | 'front';
  /** With `view: 'front'`: she shows us her back, without a face, and what is before her is soft. */
  turned?: true;
  /** From the side: by how many degrees her front comes towards us, so that the near shoulder and hip go back. */
  aslant?: number;
  face: 1 | -1;
  k?: number;
  scene: Scene;
  body: Body;
  tools?: readonly Tool[];
  settle?: 'x' | 'y' | 'leg' | 'arm' | 'sole' | 'head';
  frames?: readonly { body?: Change<Body>; tools?: readonly Change<Tool>[] }[];
  dots?: readonly (readonly P[])[];
  /** Limbs drawn over the trunk, with an edge; without it, the near arm. */
  over?: readonly Layer[];
  inset?: Inset;
}

/** A hand in a close-up: from the forearm's cut over the wrist to the finger pads. */
export interface Hand {
  from: P;
  wrist: P;
  tips: P;
  /** How far the fingers spread; 0 lays them together. */
  spread?: number;
  fingers?: number;
  /** How large it is against the others, where the close-up is larger still. */
  size?: number;
  /** A thumb, to that side of the fingers' way. */
  thumb?: 1 | -1;
  /** It reaches behind the outline. */
  under?: true;
  /** The flat hand lies on the body, not only the finger pads. */
  flat?: true;
}

export interface CloseTool {
  kind: Exclude<Kind, 'hands'>;
  at: P;
  turn?: number;
  rest: Rest;
}

/** Head, hand, forearm or foot, large: an outline of closeups.ts with hands and tools. */
export interface ClosePose {
  pos: Position;
  close: CloseUp;
  /** Which side of the body the outline shows; 'both' is never mirrored. */
  shows?: 'left' | 'right' | 'both';
  hands?: readonly Hand[];
  tools?: readonly CloseTool[];
  /** The body's part of the outline is moved: a larger ball lifts it. */
  slide?: P;
  /** A rolled towel under it. */
  towel?: { at: P; r: number };
  frames?: readonly {
    hands?: readonly Change<Hand>[];
    tools?: readonly Change<CloseTool>[];
    slide?: P;
  }[];
  dots?: readonly (readonly P[])[];
}

export type CloseUp =
  | 'profile'
  | 'profileOpening'
  | 'face'
  | 'nape'
  | 'lying'
  | 'lyingOnTowel'
  | 'lyingOnBalls'
  | 'bust'
  | 'shrug'
  | 'foot'
  | 'upperArm'
  | 'forearm'
  | 'forearmOpening'
  | 'palm'
  | 'hand'
  | 'skin'
  | 'fold';
export type Pose = BodyPose | ClosePose;
/** A level without a pose of its own is drawn as the one below it. */
export type Family = Record<string, Partial<Record<Level, Pose>>>;

export const FLOOR = 88;
export const STANDING = 0.8;

/** Where the ankle is when the foot stands on the floor. */
export function onFloor(x: number, k = 1): P {
  return [x, FLOOR - (9 * (1 + k)) / 4];
}

export const isClose = (pose: Pose): pose is ClosePose => 'close' in pose;

/** The same pose with some of it changed: another ball, another hold. */
export function alter<T extends Pose>(pose: T, changes: Partial<T>): T {
  return { ...pose, ...changes };
}
