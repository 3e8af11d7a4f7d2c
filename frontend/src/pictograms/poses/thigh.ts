import { alter, type BodyPose, type Family, onFloor, type Tool } from '../format';

const frontOnRoller: BodyPose = {
  pos: 'prone',
  face: -1,
  scene: { mat: [4, 116] },
  body: {
    hip: [56, 70],
    torso: 180,
    head: -4,
    leg: { a: 8, b: 9 },
    farLeg: { a: 13, b: 11, tip: 30 },
    arm: { a: 90, b: 180 },
    farArm: { a: 90, b: 180 },
  },
  tools: [{ kind: 'roller_soft', on: ['thigh', 'front', 0.5], rest: 'floor' }],
  settle: 'y',
  frames: [
    {
      body: { hip: [60, 70], arm: { a: 104 }, farArm: { a: 104 } },
      tools: [{ on: ['thigh', 'front', 0.3] }],
    },
  ],
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
    torso: 189,
    head: -8,
    leg: { a: 4, b: 6, tip: 10 },
    farLeg: { to: onFloor(84), tip: 0 },
    arm: { a: 96, b: 178 },
    farArm: { to: [38, 82] },
  },
  tools: [{ kind: 'roller_soft', on: ['thigh', 'front', 0.4], rest: 'floor' }],
  settle: 'y',
  frames: [
    {
      body: { hip: [52, 70], arm: { a: 82 }, farArm: { to: [35, 81.4] } },
      tools: [{ on: ['thigh', 'front', 0.6] }],
    },
  ],
};

const stickOnFront: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 36, to: 62, y: 63 } },
  body: {
    hip: [50, 57],
    torso: -74,
    leg: { to: onFloor(78) },
    farLeg: { to: onFloor(71) },
    arm: { grip: [0, 0] },
    farArm: { grip: [0, 1] },
  },
  tools: [{ kind: 'massage_stick', on: ['thigh', 'front', 0.56], rest: 'hand', turn: -40, long: 17 }],
  frames: [{ body: { torso: -62 }, tools: [{ on: ['thigh', 'front', 0.82] }] }],
};

const stickOnOuter: BodyPose = alter(stickOnFront, {
  body: { ...stickOnFront.body, torso: -66, arm: { grip: [0, 1] }, farArm: { grip: [0, 0] } },
  tools: [{ kind: 'massage_stick', on: ['thigh', 'near', 0.34], rest: 'hand', turn: -76 }],
  frames: [{ body: { torso: -50 }, tools: [{ on: ['thigh', 'near', 0.72] }] }],
});

const ballUnderThigh: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 34, to: 70, y: 68 } },
  body: {
    hip: [48, 61.6],
    torso: -90,
    leg: { a: -12, b: 86, tip: 34 },
    farLeg: { to: onFloor(74) },
    arm: { a: 72, b: 10 },
    farArm: { a: 60, b: 4 },
  },
  tools: [{ kind: 'soft_ball', on: ['thigh', 'back', 0.56], rest: 'seat', sink: 2.6 }],
  settle: 'leg',
};

const kneeStraightens = alter(ballUnderThigh, {
  tools: [{ kind: 'tennis_ball', on: ['thigh', 'back', 0.56], rest: 'seat', sink: 1.4 }],
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
