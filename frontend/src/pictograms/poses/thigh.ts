import { alter, type BodyPose, type Family, onFloor, type Tool } from '../format';

const frontOnRoller: BodyPose = {
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

const backOnRoller: BodyPose = {
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

/** Seen from behind: the top foot stands before her, on the far side. */
const outerOnRoller: BodyPose = {
  pos: 'side_lying',
  view: 'front',
  turned: true,
  face: -1,
  scene: { mat: [4, 116] },
  body: {
    hip: [56, 70],
    torso: 200,
    head: -14,
    leg: { a: 4, b: 6, tip: 10 },
    farLeg: { to: onFloor(84), tip: 0 },
    arm: { a: 96, b: 178 },
    farArm: { a: 74, b: 60 },
  },
  tools: [{ kind: 'roller_soft', on: ['thigh', 'front', 0.4], rest: 'floor' }],
  settle: 'y',
  frames: [{ body: { hip: [52, 70], arm: { a: 82 } }, tools: [{ on: ['thigh', 'front', 0.6] }] }],
};

const stickOnFront: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 36, to: 62, y: 63 } },
  body: {
    hip: [50, 57],
    torso: -70,
    leg: { to: onFloor(78) },
    farLeg: { to: onFloor(71) },
    arm: { grip: [0, 1] },
    farArm: { grip: [0, 0] },
  },
  tools: [{ kind: 'massage_stick', on: ['thigh', 'front', 0.34], rest: 'hand', turn: -30 }],
  frames: [{ body: { torso: -64 }, tools: [{ on: ['thigh', 'front', 0.74] }] }],
};

const stickOnOuter: BodyPose = alter(stickOnFront, {
  body: { ...stickOnFront.body, torso: -66 },
  tools: [{ kind: 'massage_stick', on: ['thigh', 'near', 0.34], rest: 'hand', turn: -76 }],
  frames: [{ body: { torso: -50 }, tools: [{ on: ['thigh', 'near', 0.72] }] }],
});

const ballUnderThigh: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 34, to: 66, y: 63 } },
  body: {
    hip: [48, 56.6],
    torso: -90,
    leg: { a: -12, b: 84, tip: 14 },
    farLeg: { to: onFloor(75) },
    arm: { a: 72, b: 10 },
    farArm: { a: 60, b: 4 },
  },
  tools: [{ kind: 'soft_ball', on: ['thigh', 'back', 0.56], rest: 'seat', sink: 3.2 }],
  settle: 'leg',
};

const kneeStraightens = alter(ballUnderThigh, {
  tools: [{ kind: 'tennis_ball', on: ['thigh', 'back', 0.56], rest: 'seat', sink: 2.4 }],
  frames: [{ body: { leg: { b: 18 } } }],
  dots: [
    [
      [86, 83],
      [95, 77],
      [101, 68],
    ],
  ],
});

const roller: Pick<Tool, 'kind'> = { kind: 'roller_firm' };
const firm = (pose: BodyPose) =>
  alter(pose, { tools: (pose.tools ?? []).map((tool) => ({ ...tool, ...roller })) });

export const thigh: Family = {
  'quad-roller': { 1: stickOnFront, 2: frontOnRoller, 3: firm(frontOnRoller) },
  'quad-stick': { 1: stickOnFront },
  'outer-thigh-roller': { 1: stickOnOuter, 2: outerOnRoller },
  'outer-thigh-stick': { 1: stickOnOuter },
  'hamstring-roller': {
    1: alter(kneeStraightens, { frames: [], dots: [] }),
    2: backOnRoller,
    3: firm(backOnRoller),
  },
  'hamstring-ball-chair': { 1: ballUnderThigh, 2: kneeStraightens },
};
