import type { BodyPose, Family } from '../format';

const legsOnChair: BodyPose = {
  pos: 'supine',
  face: 1,
  scene: { mat: [8, 112], chair: { from: 80, to: 110, y: 62 } },
  body: {
    hip: [66, 81.5],
    torso: 180,
    leg: { a: -64, b: 0 },
    farLeg: { a: -58, b: 0 },
    arm: { a: 12, b: 4 },
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
    hip: [60, 79],
    torso: 182,
    leg: { a: 4, b: 22, tip: 10 },
    farLeg: { a: -2, b: 8, tip: 0 },
    arm: { a: -24, b: 132 },
    farArm: { a: 176, b: 178 },
  },
};

export const restScar: Family = {
  'legs-on-chair-breath': { 1: legsOnChair },
  'side-rib-breath': { 1: ribBreath },
};
