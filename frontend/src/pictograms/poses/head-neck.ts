import { type BodyPose, type ClosePose, type Family, onFloor } from '../format';

const cheeks: ClosePose = {
  pos: 'seated',
  close: 'face',
  shows: 'both',
  hands: [
    { from: [8, 100], wrist: [18, 80], tips: [42, 54] },
    { from: [112, 100], wrist: [102, 80], tips: [78, 54] },
  ],
  frames: [
    {
      hands: [
        { wrist: [19, 85], tips: [43.5, 60] },
        { wrist: [101, 85], tips: [76.5, 60] },
      ],
    },
  ],
  dots: [
    [
      [24, 44],
      [26, 60],
    ],
    [
      [96, 44],
      [94, 60],
    ],
  ],
};

const skullOnBalls: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [8, 112] },
  body: {
    hip: [66, 81.5],
    torso: 180,
    leg: { to: onFloor(86) },
    farLeg: { to: onFloor(93) },
    arm: { a: 8, b: -4 },
  },
  tools: [{ kind: 'two_balls_sock', on: ['head', 'back', 0.35], rest: 'floor' }],
  settle: 'head',
  inset: { view: 'back', at: [24, 18], spot: [2.6, -5.4], both: true },
};

export const headNeck: Family = {
  'jaw-hold': { 1: cheeks },
  'suboccipital-two-balls': { 2: skullOnBalls },
};
