import { alter, type BodyPose, type ClosePose, type Family, onFloor } from '../format';
import { heading, type P, plus, times, way } from '../geometry';

/** Flat on the back, everything heavy. */
const lyingStill: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [4, 116] },
  body: {
    hip: [57, 81.5],
    torso: 180,
    leg: { a: 3, b: 3, tip: -66 },
    farLeg: { a: 3, b: 3, tip: -50 },
    arm: { a: 13, b: 2 },
  },
};

const legsOnChair: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [8, 112], chair: { from: 73, to: 98, y: 63 } },
  body: {
    hip: [62, 81.5],
    torso: 180,
    leg: { a: -75, b: 0, tip: -72 },
    farLeg: { a: -71, b: 0, tip: -72 },
    arm: { a: 10, b: 3 },
  },
};

/** Both hands lie on the belly and go up and down with it. */
const handsOnBelly: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [8, 112] },
  body: {
    hip: [64, 81.5],
    torso: 180,
    leg: { to: onFloor(88) },
    farLeg: { to: onFloor(95) },
    arm: { grip: [0, 0], sway: 72 },
    farArm: { touch: ['torso', 'front', 0.82], sway: 72 },
  },
  tools: [{ kind: 'hands', on: ['torso', 'front', 0.66], rest: 'hand' }],
};

const ribBreath: BodyPose = {
  pos: 'side_lying',
  view: 'front',
  face: 1,
  scene: {
    mat: [4, 116],
    soft: [
      { at: [22, 83], w: 34, h: 10, of: 'pillow' },
      { at: [51, 84.6], w: 20, h: 6.8, of: 'pillow' },
    ],
  },
  body: {
    hip: [64, 75.6],
    torso: 180,
    leg: { to: [100, 78.4], sway: 38 },
    farLeg: { a: 4, b: 3, tip: 0 },
    arm: { touch: ['torso', 'front', 0.55], bend: -1 },
  },
};

const beside: ClosePose = {
  pos: 'seated',
  close: 'skin',
  shows: 'both',
  hands: [
    { from: [132, 112], wrist: [96, 86], tips: [57, 71], flat: true, fingers: 4, size: 1.4, thumb: -1 },
  ],
  frames: [{ hands: [{ wrist: [91, 86], tips: [52, 71] }] }],
  dots: [way('24 72, 40 72')],
};

const nearer = alter(beside, {
  hands: [
    { from: [132, 106], wrist: [96, 80], tips: [57, 65], flat: true, fingers: 4, size: 1.4, thumb: -1 },
  ],
  frames: [{ hands: [{ wrist: [91, 80], tips: [52, 65] }] }],
  dots: [way('24 66, 40 66')],
});

/** A circle on the skin, as points. */
const circle = (x: number, y: number, r: number): P[] =>
  Array.from({ length: 19 }, (_, at) => plus([x, y], times(heading(at * 20), r)));

const circles: ClosePose = {
  pos: 'seated',
  close: 'skin',
  shows: 'both',
  hands: [{ from: [128, 122], wrist: [92, 76], tips: [60, 39], fingers: 3, size: 1.5 }],
  frames: [
    { hands: [{ wrist: [88, 72], tips: [56, 35] }] },
    { hands: [{ wrist: [84, 76], tips: [52, 39] }] },
  ],
  dots: [circle(34, 36, 9)],
};

const alongAndAcross = alter(circles, {
  frames: [{ hands: [{ wrist: [72, 76], tips: [40, 39] }] }],
  dots: [way('18 52, 42 50'), way('91 26, 91 48')],
});

/** The fingers of both hands lift the skin and roll it. */
const rolling: ClosePose = {
  pos: 'seated',
  close: 'fold',
  shows: 'both',
  hands: [
    { from: [-24, 6], wrist: [6, 34], tips: [45.6, 55], fingers: 2, size: 1.4 },
    { from: [144, 6], wrist: [106, 34], tips: [66.4, 55], fingers: 2, size: 1.4 },
  ],
  frames: [
    {
      hands: [
        { wrist: [14, 34], tips: [53.6, 55] },
        { wrist: [114, 34], tips: [74.4, 55] },
      ],
    },
  ],
  dots: [way('50 30, 70 30')],
};

export const restScar: Family = {
  'legs-on-chair-breath': { 1: legsOnChair },
  'belly-hands-breath': { 1: handsOnBelly },
  'side-rib-breath': { 1: ribBreath },
  'scar-edge-hold': { 1: beside, 2: nearer },
  'scar-glide': { 1: circles, 2: alongAndAcross, 3: rolling },
  'body-scan-rest': { 1: lyingStill },
};
