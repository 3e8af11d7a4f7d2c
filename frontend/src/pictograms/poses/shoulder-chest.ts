import { alter, type BodyPose, type Family, onFloor, STANDING } from '../format';

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

const shoulderCane: BodyPose = {
  pos: 'seated',
  face: 1,
  scene: { chair: { from: 40, to: 68, y: 62 } },
  body: {
    hip: [54, 56.5],
    torso: -92,
    leg: { to: onFloor(79) },
    farLeg: { to: onFloor(72) },
    arm: { grip: [0, 1] },
    farArm: { to: [66.5, 44] },
  },
  tools: [
    {
      kind: 'hooked_cane',
      on: ['torso', 'back', 0.02],
      rest: 'hand',
      shaft: [
        [42.5, 26],
        [45.5, 22.5],
        [52, 21.5],
        [59, 23.5],
        [63, 31],
        [66, 42],
        [68, 50],
      ],
    },
  ],
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

export const shoulderChest: Family = {
  'pec-ball-wall': { 1: chestAtWall, 2: chestArmSlides },
  'upper-trap-cane': { 2: shoulderCane },
};
