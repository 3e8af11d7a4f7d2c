import { alter, type BodyPose, type Family, onFloor, STANDING } from '../format';

/** Half turned: the upper outer part of her buttock comes to the wall. */
const gluteAtWall: BodyPose = {
  pos: 'standing_wall',
  face: -1,
  aslant: 45,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [77, 51.5],
    torso: -86,
    leg: { to: onFloor(71, STANDING) },
    farLeg: { to: onFloor(59, STANDING) },
    arm: { a: 108, b: 138 },
    farArm: { a: 120, b: 150 },
  },
  tools: [{ kind: 'soft_ball', on: ['torso', 'back', 1.04], rest: 'wall' }],
  settle: 'x',
  inset: { view: 'back', at: [26, 38], spot: [5.6, 22.4] },
};

const gluteOnFloor: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [8, 112] },
  body: {
    hip: [66, 73.6],
    torso: 166,
    head: 19,
    leg: { to: onFloor(90), sway: 8 },
    farLeg: { to: onFloor(96) },
    arm: { a: -6, b: -38 },
  },
  tools: [{ kind: 'tennis_ball', on: ['torso', 'back', 1.08], rest: 'floor', sink: 2.4 }],
  settle: 'y',
  frames: [{ body: { leg: { sway: 52 } } }],
  dots: [
    [
      [94, 50],
      [98.5, 55],
      [101, 62],
    ],
  ],
  inset: { view: 'back', at: [24, 17], spot: [5.6, 22.4] },
};

/** Side-on: she looks at us, the ball between the wall and her hip. */
const outerHipAtWall: BodyPose = {
  pos: 'standing_wall',
  view: 'front',
  face: 1,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [76, 46.9],
    torso: -86,
    leg: { to: onFloor(76, STANDING), tip: 10 },
    farLeg: { to: onFloor(68, STANDING), tip: 170 },
    arm: { to: [72, 39], bend: -1 },
    farArm: { a: 100, b: 84 },
  },
  tools: [{ kind: 'soft_ball', on: ['torso', 'front', 1.06], rest: 'wall' }],
  settle: 'x',
  inset: { view: 'front', at: [26, 38], spot: [6.2, 22] },
};

const hipFrontEase: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: {
    mat: [8, 114],
    soft: [
      { at: [89, 83.4], w: 32, h: 9.2, of: 'pillow', before: true },
      { at: [90, 75.6], w: 27, h: 8.4, turn: 8, of: 'pillow', before: true },
    ],
  },
  body: {
    hip: [60, 81.5],
    torso: 180,
    leg: { a: -46, b: 14 },
    farLeg: { a: 4, b: 2 },
    arm: { grip: [0, 0], sway: 60 },
  },
  tools: [{ kind: 'hands', on: ['torso', 'front', 0.97], rest: 'hand' }],
};

const firmer = (pose: BodyPose, kind: 'tennis_ball' | 'lacrosse_ball') =>
  alter(pose, { tools: (pose.tools ?? []).map((tool) => ({ ...tool, kind })) });

export const hip: Family = {
  'glute-ball-wall': {
    1: gluteAtWall,
    2: firmer(gluteAtWall, 'tennis_ball'),
    3: firmer(gluteAtWall, 'lacrosse_ball'),
  },
  'glute-ball-floor': {
    1: firmer(gluteAtWall, 'tennis_ball'),
    2: gluteOnFloor,
    3: firmer(gluteOnFloor, 'lacrosse_ball'),
  },
  'outer-hip-ball-wall': { 1: outerHipAtWall, 2: firmer(outerHipAtWall, 'tennis_ball') },
  'hip-front-ease': { 1: hipFrontEase },
};
