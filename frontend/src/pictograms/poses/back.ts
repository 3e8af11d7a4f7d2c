import { alter, type BodyPose, type Family, onFloor, STANDING } from '../format';

const rollingAtWall: BodyPose = {
  pos: 'standing_wall',
  face: -1,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [76, 54],
    torso: -84,
    leg: { to: onFloor(64, STANDING) },
    farLeg: { to: onFloor(57.5, STANDING) },
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
    arm: { touch: ['torso', 'front', 0.84], sway: 60 },
  },
  tools: [{ kind: 'two_balls_sock', on: ['torso', 'back', 0.14], rest: 'floor' }],
  settle: 'y',
  frames: [{ body: { hip: [59, 80] }, tools: [{ on: ['torso', 'back', 0.36] }] }],
  inset: { view: 'back', at: [24, 17], spot: [3.4, 7], both: true },
};

/** The trunk is turned a little: the weight is on its near half. */
const onRoller: BodyPose = {
  pos: 'supine',
  aslant: 14,
  face: 1,
  scene: { mat: [8, 112] },
  body: {
    hip: [70, 80],
    torso: 210,
    bow: -1.5,
    head: 10,
    leg: { to: onFloor(94) },
    farLeg: { to: onFloor(101) },
    arm: { to: [28.5, 66] },
    farArm: { to: [28.5, 65] },
  },
  tools: [{ kind: 'roller_soft', on: ['torso', 'back', 0.2], rest: 'floor' }],
  settle: 'y',
  frames: [
    {
      body: { hip: [63, 80], arm: { to: [19.5, 64] }, farArm: { to: [19.5, 63] } },
      tools: [{ on: ['torso', 'back', 0.36] }],
    },
  ],
  inset: { view: 'back', at: [24, 17], spot: [3.6, 8] },
};

const lowAtWall: BodyPose = {
  pos: 'standing_wall',
  face: -1,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [77, 51.5],
    torso: -84,
    leg: { to: onFloor(66, STANDING) },
    farLeg: { to: onFloor(60, STANDING) },
    arm: { a: 100, b: 125 },
    farArm: { a: 112, b: 140 },
  },
  tools: [{ kind: 'soft_ball', on: ['torso', 'back', 0.86], rest: 'wall' }],
  settle: 'x',
  inset: { view: 'back', at: [26, 38], spot: [3.6, 18] },
};

/** One ball, between the spine and the near shoulder blade. */
const betweenBlades = alter(rollingAtWall, {
  body: { ...rollingAtWall.body, hip: [76, 51.5] },
  tools: [{ kind: 'soft_ball', on: ['torso', 'back', 0.2], rest: 'wall' }],
  frames: [{ body: { hip: [76, 54.5] }, tools: [{ on: ['torso', 'back', 0.33] }] }],
  inset: { view: 'back', at: [26, 38], spot: [3.5, 6.5] },
});

/** The cane's hook comes round the near side; both hands pull its handle forwards. */
const midBackCane: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 46, to: 74, y: 62 } },
  body: {
    hip: [60, 56.5],
    torso: -92,
    leg: { to: onFloor(85) },
    farLeg: { to: onFloor(78) },
    arm: { grip: [0, 1] },
    farArm: { to: [78.5, 48] },
  },
  tools: [
    {
      kind: 'hooked_cane',
      on: ['torso', 'back', 0.48],
      rest: 'hand',
      shaft: [
        [45.5, 41.5],
        [43.5, 47],
        [49, 51.5],
        [59, 50.5],
        [72, 48.5],
        [84, 46.5],
      ],
    },
  ],
  dots: [
    [
      [91, 45],
      [106, 43],
    ],
  ],
  inset: { view: 'back', at: [22, 38], spot: [3.7, 11.6] },
};

const pelvisOnTowel: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [8, 112], soft: [{ at: [66.5, 84.8], w: 22, h: 6.4, of: 'towel' }] },
  body: {
    hip: [66, 75.6],
    torso: 167,
    head: 13,
    leg: { to: onFloor(88) },
    farLeg: { to: onFloor(95) },
    arm: { a: -6, b: -38 },
  },
};

const pelvisOnBalls: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [8, 112] },
  body: {
    hip: [66, 72.9],
    torso: 161,
    head: 22,
    leg: { to: onFloor(86) },
    farLeg: { to: onFloor(93) },
    arm: { a: -14, b: -50 },
  },
  tools: [{ kind: 'soft_ball', on: ['torso', 'back', 0.97], rest: 'floor', sink: 3 }],
  settle: 'y',
  inset: { view: 'back', at: [24, 17], spot: [4, 20.2], both: true },
};

const { frames: _, ...heldAtWall } = rollingAtWall;

export const back: Family = {
  'upper-back-two-balls': { 1: rollingAtWall, 2: onTwoBalls },
  'upper-back-roller-offset': {
    1: heldAtWall,
    2: onRoller,
    3: alter(onRoller, { tools: [{ kind: 'roller_firm', on: ['torso', 'back', 0.2], rest: 'floor' }] }),
  },
  'upper-back-ball-wall': {
    1: betweenBlades,
    2: alter(betweenBlades, { tools: [{ kind: 'tennis_ball', on: ['torso', 'back', 0.2], rest: 'wall' }] }),
    3: alter(betweenBlades, { tools: [{ kind: 'lacrosse_ball', on: ['torso', 'back', 0.2], rest: 'wall' }] }),
  },
  'mid-back-cane': { 1: midBackCane },
  'low-back-ball-wall': {
    1: lowAtWall,
    3: alter(lowAtWall, { tools: [{ kind: 'tennis_ball', on: ['torso', 'back', 0.86], rest: 'wall' }] }),
  },
  'back-pelvis-soft-balls': { 1: pelvisOnTowel, 2: pelvisOnBalls },
};
