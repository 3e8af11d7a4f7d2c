import type { BodyPose, Family } from '../format';

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

const ribBreath: BodyPose = {
  pos: 'side_lying',
  view: 'front',
  face: 1,
  scene: {
    mat: [4, 116],
    soft: [
      { at: [18, 84.5], w: 26, h: 7, of: 'pillow' },
      { at: [47, 86], w: 16, h: 4, of: 'towel' },
    ],
  },
  body: {
    hip: [62, 78.1],
    torso: 180,
    leg: { a: -8, b: 16, tip: 24 },
    farLeg: { a: 2, b: 0, tip: 0 },
    arm: { a: -24, b: 132 },
    farArm: { a: 186, b: 188 },
  },
};

export const restScar: Family = {
  'legs-on-chair-breath': { 1: legsOnChair },
  'side-rib-breath': { 1: ribBreath },
};
