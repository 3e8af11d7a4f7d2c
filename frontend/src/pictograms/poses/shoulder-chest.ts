import { alter, type BodyPose, type ClosePose, type Family, onFloor, STANDING } from '../format';
import { way } from '../geometry';

const chestAtWall: BodyPose = {
  pos: 'standing_wall',
  face: 1,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [71.5, 50.5],
    torso: -80,
    leg: { to: onFloor(66, STANDING) },
    farLeg: { to: onFloor(56, STANDING) },
    arm: { a: 70, b: 96 },
    farArm: { to: [89, 21] },
  },
  tools: [{ kind: 'soft_ball', on: ['torso', 'front', 0.14], rest: 'wall' }],
  settle: 'x',
  inset: { view: 'front', at: [26, 40], spot: [5.6, 4.6] },
};

/** The near hand slides up the wall while the ball stays. */
const chestArmSlides = alter(chestAtWall, {
  body: { ...chestAtWall.body, arm: { to: [88.4, 53] }, farArm: { a: 86, b: 86 } },
  tools: [{ kind: 'tennis_ball', on: ['torso', 'front', 0.14], rest: 'wall' }],
  frames: [{ body: { arm: { to: [88.4, 43] } } }],
  dots: [
    [
      [98, 40],
      [98, 58],
    ],
  ],
});

/** Side-on: the ball is between the shoulder and the wall. */
const sideOn: BodyPose = {
  pos: 'standing_wall',
  view: 'front',
  face: 1,
  k: STANDING,
  scene: { wall: 88 },
  body: {
    hip: [64, 48.6],
    torso: -82,
    leg: { to: onFloor(63, STANDING), sway: 75 },
    farLeg: { to: onFloor(53, STANDING), sway: 75 },
    arm: { a: 98, b: 100 },
    farArm: { a: 104, b: 96 },
  },
  tools: [{ kind: 'soft_ball', on: ['upper', 'front', -0.02], rest: 'wall' }],
  settle: 'x',
};

const sideOnSwaying = alter(sideOn, {
  frames: [{ body: { hip: [64, 50.6] }, tools: [{ on: ['upper', 'front', 0.12] }] }],
});

/** The arm swings before the belly while the ball stays. */
const sideOnArmMoves = alter(sideOn, {
  tools: [{ kind: 'tennis_ball', on: ['upper', 'front', 0], rest: 'wall' }],
  frames: [{ body: { arm: { a: 118, b: 160 } } }],
  dots: [way('55 54, 52 47, 52 39')],
});

const squeezeByHand: ClosePose = {
  pos: 'seated',
  close: 'bust',
  shows: 'left',
  hands: [{ from: [34, 124], wrist: [70, 77], tips: [83, 45.8], fingers: 3, size: 1.35 }],
};

/** The hook lies over the shoulder and both hands pull its handle down. */
const shoulderCane: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 44, to: 72, y: 63, back: 45.6 } },
  body: {
    hip: [59, 57],
    torso: -92,
    head: 12,
    leg: { to: onFloor(84) },
    farLeg: { to: onFloor(77) },
    arm: { grip: [0, 1] },
    farArm: { to: [71.6, 45] },
  },
  tools: [
    {
      kind: 'hooked_cane',
      on: ['torso', 'back', 0.12],
      rest: 'hand',
      shaft: way('49.8 28.6, 54 26, 59.6 26.2, 64.6 30.2, 68.4 37, 71 44, 73.4 52'),
    },
  ],
  dots: [way('80 44, 83 58')],
  inset: { view: 'back', at: [22, 38], spot: [5.4, 2.2] },
};

const armOnPillows: ClosePose = {
  pos: 'seated',
  close: 'shrug',
  shows: 'left',
  hands: [{ from: [-2, 108], wrist: [42, 74], tips: [70, 49.4], flat: true, size: 1.35 }],
};

/** The ball hangs in a long sock over the shoulder. */
const bladeCorner: BodyPose = {
  pos: 'standing_wall',
  face: -1,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [77, 49.6],
    torso: -84,
    leg: { to: onFloor(67, STANDING) },
    farLeg: { to: onFloor(61, STANDING) },
    arm: { to: [65.6, 36] },
    farArm: { a: 110, b: 120 },
  },
  tools: [
    {
      kind: 'soft_ball',
      on: ['torso', 'back', 0.08],
      rest: 'wall',
      sock: way('82 22.6, 76 22, 70 26, 66 35'),
    },
  ],
  settle: 'x',
  inset: { view: 'back', at: [26, 38], spot: [4, 4] },
};

const bladeCornerWith = (kind: 'tennis_ball' | 'lacrosse_ball') =>
  alter(bladeCorner, {
    tools: [{ kind, on: ['torso', 'back', 0.08], rest: 'wall', sock: way('83 22.6, 76 22, 70 26, 66 35') }],
  });

const handOnChest: ClosePose = {
  pos: 'seated',
  close: 'bust',
  shows: 'left',
  hands: [
    { from: [16, 120], wrist: [50, 78], tips: [81, 60.4], flat: true, size: 1.35, fingers: 3, thumb: -1 },
  ],
  frames: [{ hands: [{ from: [18, 119], wrist: [52, 77], tips: [83, 59.4] }] }],
  dots: [way('76 77, 90 71.6')],
};

/** Half turned: the ball is on the flat blade behind the armpit. */
const bladeAtWall: BodyPose = {
  pos: 'standing_wall',
  face: -1,
  aslant: 45,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [77, 50],
    torso: -84,
    leg: { to: onFloor(67, STANDING) },
    farLeg: { to: onFloor(61, STANDING) },
    arm: { a: 116, b: 150 },
    farArm: { a: 104, b: 120 },
  },
  tools: [{ kind: 'soft_ball', on: ['torso', 'back', 0.26], rest: 'wall' }],
  settle: 'x',
  inset: { view: 'back', at: [26, 38], spot: [7.2, 7.6] },
};

/** The upper arm is held up and the forearm turns. */
const bladeArmTurns = alter(bladeAtWall, {
  body: { ...bladeAtWall.body, arm: { a: 160, b: 130 } },
  tools: [{ kind: 'tennis_ball', on: ['torso', 'back', 0.26], rest: 'wall' }],
  frames: [{ body: { arm: { b: 235 } } }],
  dots: [way('52 48, 48 40, 48 32, 52 24')],
});

const armOnLapPillows: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: {
    chair: { from: 44, to: 74, y: 65, back: 45.6 },
    soft: [{ at: [78, 50.6], w: 30, h: 9.4, of: 'pillow' }],
  },
  body: {
    hip: [59, 59],
    torso: -94,
    head: 4,
    leg: { to: onFloor(87) },
    farLeg: { to: onFloor(81) },
    arm: { a: 44, b: 3 },
  },
};

const ribsAtWall: BodyPose = {
  pos: 'standing_wall',
  view: 'front',
  face: 1,
  k: STANDING,
  scene: { wall: 92 },
  body: {
    hip: [72, 49],
    torso: -86,
    head: -8,
    leg: { to: onFloor(71, STANDING), sway: 75 },
    farLeg: { to: onFloor(60, STANDING), sway: 75 },
    arm: { a: -68, b: -84 },
    farArm: { a: 104, b: 60 },
  },
  tools: [{ kind: 'tennis_ball', on: ['torso', 'front', 0.36], rest: 'wall' }],
  settle: 'x',
};

const ribsOnRoller: BodyPose = {
  pos: 'side_lying',
  view: 'front',
  face: -1,
  scene: { mat: [4, 116] },
  body: {
    hip: [64, 74],
    torso: 212,
    head: -10,
    leg: { a: 6, b: 4, tip: 0 },
    farLeg: { to: onFloor(88), bend: 1 },
    arm: { a: 186, b: 176 },
    farArm: { to: [52, 83] },
  },
  tools: [{ kind: 'roller_soft', on: ['torso', 'front', 0.3], rest: 'floor', sink: 2 }],
  settle: 'y',
  frames: [{ body: { hip: [60, 74] }, tools: [{ on: ['torso', 'front', 0.48] }] }],
  over: ['farLeg', 'arm', 'farArm'],
};

export const shoulderChest: Family = {
  'neck-shoulder-soft-ball-wall': { 1: sideOn, 2: sideOnSwaying, 3: sideOnArmMoves },
  'upper-trap-cane': { 1: squeezeByHand, 2: shoulderCane },
  'upper-trap-ease': { 1: armOnPillows },
  'levator-ball-wall': {
    1: bladeCorner,
    2: bladeCornerWith('tennis_ball'),
    3: bladeCornerWith('lacrosse_ball'),
  },
  'pec-ball-wall': { 1: chestAtWall, 2: chestArmSlides },
  'pec-hand-hold': { 1: handOnChest },
  'rear-shoulder-ball-wall': {
    1: bladeAtWall,
    2: bladeArmTurns,
    3: alter(bladeArmTurns, {
      tools: [{ kind: 'lacrosse_ball', on: ['torso', 'back', 0.26], rest: 'wall' }],
    }),
  },
  'shoulder-supported-ease': { 1: armOnLapPillows },
  'lat-roller-side': { 1: ribsAtWall, 2: ribsOnRoller },
};
