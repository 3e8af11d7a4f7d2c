import { alter, type BodyPose, type ClosePose, type Family, onFloor } from '../format';

const calfOnRoller: BodyPose = {
  pos: 'long_sitting',
  face: 1,
  scene: { mat: [8, 116] },
  body: {
    hip: [40, 81.5],
    torso: -108,
    leg: { a: -14, b: 2 },
    farLeg: { to: onFloor(66) },
    arm: { to: [20, 84.5], bend: -1 },
    farArm: { to: [18, 84.5], bend: -1 },
  },
  tools: [{ kind: 'roller_soft', on: ['shin', 'back', 0.3], rest: 'floor' }],
  settle: 'leg',
  frames: [{ tools: [{ on: ['shin', 'back', 0.62] }] }],
};

const soleOnBall: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 30, to: 58, y: 63 } },
  body: {
    hip: [44, 57],
    torso: -88,
    leg: { to: [69, 76.5], tip: 0 },
    farLeg: { to: onFloor(64) },
    arm: { a: 74, b: 12 },
    farArm: { a: 60, b: 6 },
  },
  tools: [{ kind: 'tennis_ball', on: ['foot', 'back', 0.9], rest: 'floor' }],
  settle: 'sole',
  frames: [{ body: { leg: { to: [74, 76.5] } }, tools: [{ on: ['foot', 'back', 0.2] }] }],
};

const archOnBall: ClosePose = {
  pos: 'seated',
  close: 'foot',
  shows: 'right',
  slide: [0, 2.6],
  tools: [{ kind: 'soft_ball', at: [66, 76.8], rest: 'floor' }],
};

export const lowerLegFoot: Family = {
  'calf-roller': { 1: calfOnRoller },
  'plantar-golf-ball': {
    1: soleOnBall,
    2: alter(soleOnBall, { tools: [{ kind: 'golf_ball', on: ['foot', 'back', 0.9], rest: 'floor' }] }),
  },
  'foot-ball-hold': { 1: archOnBall },
};
