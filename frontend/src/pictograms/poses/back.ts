import { alter, type BodyPose, type Family, onFloor, STANDING } from '../format';

const rollingAtWall: BodyPose = {
  pos: 'standing_wall',
  face: -1,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [76, 54],
    torso: -84,
    leg: { to: onFloor(62, STANDING) },
    farLeg: { to: onFloor(55, STANDING) },
    arm: { a: 108, b: 138 },
    farArm: { a: 120, b: 150 },
  },
  tools: [{ kind: 'two_balls_sock', on: ['torso', 'back', 0.12], rest: 'wall' }],
  settle: 'x',
  frames: [{ body: { hip: [76, 60] }, tools: [{ on: ['torso', 'back', 0.38] }] }],
  inset: { view: 'back', at: [26, 38], spot: [3.4, 7], both: true },
};

const onTwoBalls: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [8, 112] },
  body: {
    hip: [69, 80],
    torso: 189,
    head: -4,
    leg: { to: onFloor(92) },
    farLeg: { to: onFloor(99) },
    arm: { a: -46, b: 196 },
  },
  tools: [{ kind: 'two_balls_sock', on: ['torso', 'back', 0.14], rest: 'floor' }],
  settle: 'y',
  frames: [{ body: { hip: [59, 80] }, tools: [{ on: ['torso', 'back', 0.36] }] }],
  inset: { view: 'back', at: [24, 17], spot: [3.4, 7], both: true },
};

const onRoller: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [8, 112] },
  body: {
    hip: [70, 80],
    torso: 204,
    bow: -1.5,
    head: 10,
    leg: { to: onFloor(94) },
    farLeg: { to: onFloor(101) },
    arm: { a: 228, b: 128 },
    farArm: { a: 238, b: 138 },
  },
  tools: [{ kind: 'roller_soft', on: ['torso', 'back', 0.2], rest: 'floor' }],
  settle: 'y',
  frames: [{ body: { hip: [63, 80] }, tools: [{ on: ['torso', 'back', 0.36] }] }],
  inset: { view: 'back', at: [24, 17], spot: [3.6, 8] },
};

const lowAtWall: BodyPose = {
  pos: 'standing_wall',
  face: -1,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [76, 55],
    torso: -86,
    leg: { to: onFloor(64, STANDING) },
    farLeg: { to: onFloor(57, STANDING) },
    arm: { a: 100, b: 125 },
    farArm: { a: 112, b: 140 },
  },
  tools: [{ kind: 'soft_ball', on: ['torso', 'back', 0.86], rest: 'wall' }],
  settle: 'x',
  inset: { view: 'back', at: [26, 38], spot: [3.6, 18] },
};

export const back: Family = {
  'upper-back-two-balls': { 1: rollingAtWall, 2: onTwoBalls },
  'upper-back-roller-offset': {
    2: onRoller,
    3: alter(onRoller, { tools: [{ kind: 'roller_firm', on: ['torso', 'back', 0.2], rest: 'floor' }] }),
  },
  'low-back-ball-wall': {
    1: lowAtWall,
    3: alter(lowAtWall, { tools: [{ kind: 'tennis_ball', on: ['torso', 'back', 0.86], rest: 'wall' }] }),
  },
};
