import { alter, type BodyPose, type Family, onFloor, STANDING } from '../format';

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

/** The ankle lies on a stool: both hands reach the calf. */
const stickOnCalf: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 20, to: 46, y: 63 }, table: { from: 76, to: 98, y: 65.6 } },
  body: {
    hip: [34, 57],
    torso: -54,
    leg: { a: 0, b: 9, tip: -64 },
    farLeg: { to: onFloor(60) },
    arm: { grip: [0, 1] },
    farArm: { grip: [0, 0] },
  },
  tools: [{ kind: 'massage_stick', on: ['shin', 'back', 0.3], rest: 'hand', turn: -40 }],
  frames: [{ body: { torso: -40 }, tools: [{ on: ['shin', 'back', 0.6] }] }],
};

const stickOnShin: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 30, to: 56, y: 63 } },
  body: {
    hip: [44, 57],
    torso: -54,
    leg: { to: onFloor(74) },
    farLeg: { to: onFloor(62) },
    arm: { grip: [0, 1] },
    farArm: { grip: [0, 0] },
  },
  tools: [{ kind: 'massage_stick', on: ['shin', 'near', 0.28], rest: 'hand', turn: -18 }],
  frames: [{ body: { torso: -34 }, tools: [{ on: ['shin', 'near', 0.56] }] }],
};

const soleOnBall: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 14, to: 42, y: 63 } },
  body: {
    hip: [28, 57],
    torso: -88,
    leg: { to: [53, 76.5], tip: 0 },
    farLeg: { to: onFloor(47) },
    arm: { a: 74, b: 12 },
    farArm: { a: 60, b: 6 },
  },
  tools: [{ kind: 'tennis_ball', on: ['foot', 'back', 0.9], rest: 'floor' }],
  settle: 'sole',
  frames: [{ body: { leg: { to: [58, 76.5] } }, tools: [{ on: ['foot', 'back', 0.2] }] }],
  inset: { view: 'foot', at: [94, 50] },
};

const archOnBall: BodyPose = alter(soleOnBall, {
  tools: [{ kind: 'soft_ball', on: ['foot', 'back', 0.45], rest: 'floor' }],
  frames: [],
  dots: [],
});

/** Most of her weight is on the other leg, one hand on the wall. */
const archStanding: BodyPose = {
  pos: 'standing',
  face: 1,
  k: STANDING,
  scene: { wall: 66 },
  body: {
    hip: [38, 46.7],
    torso: -86,
    leg: { to: [47, 75], tip: 0 },
    farLeg: { to: onFloor(36, STANDING) },
    arm: { to: [62, 35] },
    farArm: { a: 100, b: 84 },
  },
  tools: [{ kind: 'tennis_ball', on: ['foot', 'back', 0.45], rest: 'floor' }],
  settle: 'sole',
  inset: { view: 'foot', at: [96, 50] },
};

const firm = (pose: BodyPose, kind: 'roller_firm' | 'golf_ball' | 'tennis_ball') =>
  alter(pose, { tools: (pose.tools ?? []).map((tool) => ({ ...tool, kind })) });

export const lowerLegFoot: Family = {
  'calf-roller': { 1: calfOnRoller, 3: firm(calfOnRoller, 'roller_firm') },
  'calf-stick': { 1: stickOnCalf },
  'shin-stick': { 1: stickOnShin },
  'plantar-golf-ball': { 1: soleOnBall, 2: firm(soleOnBall, 'golf_ball') },
  'foot-ball-hold': { 1: archOnBall, 2: firm(archOnBall, 'tennis_ball'), 3: archStanding },
};
