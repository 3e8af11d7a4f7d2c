import { type BodyPose, type Family, onFloor } from '../format';

const thighFrontOnRoller: BodyPose = {
  pos: 'prone',
  face: -1,
  scene: { mat: [4, 116] },
  body: {
    hip: [56, 70],
    torso: 196,
    head: -14,
    leg: { a: 6, b: 4 },
    farLeg: { a: 13, b: 9, tip: 30 },
    arm: { a: 92, b: 178 },
    farArm: { a: 84, b: 172 },
  },
  tools: [{ kind: 'roller_soft', on: ['thigh', 'front', 0.5], rest: 'floor' }],
  settle: 'y',
  frames: [{ body: { hip: [60, 70] }, tools: [{ on: ['thigh', 'front', 0.3] }] }],
};

const thighBackOnRoller: BodyPose = {
  pos: 'long_sitting',
  face: 1,
  scene: { mat: [8, 114] },
  body: {
    hip: [46, 74],
    torso: -141,
    leg: { a: -4, b: 8 },
    farLeg: { to: onFloor(76) },
    arm: { to: [23, 84.5], bend: -1 },
    farArm: { to: [19, 84.5], bend: -1 },
  },
  tools: [{ kind: 'roller_soft', on: ['thigh', 'back', 0.3], rest: 'floor' }],
  settle: 'y',
  frames: [{ body: { hip: [41, 74] }, tools: [{ on: ['thigh', 'back', 0.6] }] }],
};

const outerThighOnRoller: BodyPose = {
  pos: 'side_lying',
  view: 'front',
  face: -1,
  scene: { mat: [4, 116] },
  body: {
    hip: [56, 68],
    torso: 194,
    head: -8,
    leg: { a: 6, b: 6 },
    farLeg: { to: onFloor(84), bend: 1 },
    arm: { a: 96, b: 178 },
    farArm: { to: [36, 81] },
  },
  tools: [{ kind: 'roller_soft', on: ['thigh', 'front', 0.4], rest: 'floor' }],
  settle: 'y',
  frames: [{ body: { hip: [52, 68], arm: { a: 82 } }, tools: [{ on: ['thigh', 'front', 0.6] }] }],
  over: ['farLeg', 'arm', 'farArm'],
};

const stickOnThigh: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 36, to: 64, y: 63 } },
  body: {
    hip: [50, 57],
    torso: -70,
    leg: { to: onFloor(77) },
    farLeg: { to: onFloor(70) },
    arm: { grip: [0, 1] },
    farArm: { grip: [0, 0] },
  },
  tools: [{ kind: 'massage_stick', on: ['thigh', 'front', 0.4], rest: 'hand', turn: -64 }],
  frames: [{ body: { torso: -64 }, tools: [{ on: ['thigh', 'front', 0.72] }] }],
  dots: [
    [
      [62, 76],
      [76, 76],
    ],
  ],
};

export const hipThigh: Family = {
  'quad-roller': { 2: thighFrontOnRoller },
  'quad-stick': { 1: stickOnThigh },
  'hamstring-roller': { 2: thighBackOnRoller },
  'outer-thigh-roller': { 2: outerThighOnRoller },
};
