import { alter, type ClosePose, type Family } from '../format';
import { way } from '../geometry';

const cheeks: ClosePose = {
  pos: 'seated',
  close: 'face',
  shows: 'both',
  hands: [
    { from: [2, 112], wrist: [17, 80], tips: [42, 54], size: 1.2 },
    { from: [118, 112], wrist: [103, 80], tips: [78, 54], size: 1.2 },
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

/** Flat fingers on both sides of the scalp; the skin slides a little. */
const scalp: ClosePose = {
  pos: 'seated',
  close: 'face',
  shows: 'both',
  hands: [
    { from: [4, 106], wrist: [14, 46], tips: [46.4, 22], spread: 0.9, size: 1.2 },
    { from: [116, 106], wrist: [106, 46], tips: [73.6, 22], spread: 0.9, size: 1.2 },
  ],
  frames: [
    {
      hands: [
        { wrist: [14, 41], tips: [46.4, 17] },
        { wrist: [106, 41], tips: [73.6, 17] },
      ],
    },
  ],
  dots: [way('60 13, 60 28')],
};

/** The other hand does the same on the far side: its forearm shows before the face. */
const temple: ClosePose = {
  pos: 'seated',
  close: 'profile',
  shows: 'both',
  hands: [
    { from: [92, 118], wrist: [83, 76], tips: [74, 34], under: true, size: 1.15 },
    { from: [70, 112], wrist: [70, 66], tips: [72.4, 34], size: 1.15 },
  ],
  frames: [{ hands: [{}, { wrist: [57, 66], tips: [54, 33] }] }],
  dots: [way('50 27, 62 24.4, 74 27')],
};

/** Still on one place, while the mouth opens and closes. */
const templeMouth = alter(temple, {
  close: 'profileOpening',
  frames: [{}],
  dots: [way('100 67, 97 76, 91 82')],
});

/** Pads beside the bones; then a finger-width lower. */
const napeHold: ClosePose = {
  pos: 'seated',
  close: 'nape',
  shows: 'both',
  hands: [
    { from: [-10, 78], wrist: [22, 70], tips: [53.6, 63.6], size: 1.15 },
    { from: [130, 78], wrist: [98, 70], tips: [66.4, 63.6], size: 1.15 },
  ],
  frames: [
    {
      hands: [
        { wrist: [22, 76], tips: [53.6, 70.4] },
        { wrist: [98, 76], tips: [66.4, 70.4] },
      ],
    },
  ],
};

const skullOnTowel: ClosePose = {
  pos: 'supine',
  close: 'lyingOnTowel',
  shows: 'both',
  towel: { at: [55, 79.8], r: 6 },
};

const skullOnBalls: ClosePose = {
  pos: 'supine',
  close: 'lyingOnBalls',
  shows: 'both',
  tools: [{ kind: 'two_balls_sock', at: [56.6, 78.4], rest: 'floor' }],
};

const neckOnTowel: ClosePose = {
  pos: 'supine',
  close: 'lying',
  shows: 'both',
  towel: { at: [68.4, 79.2], r: 6.8 },
};

export const headNeck: Family = {
  'scalp-glide': { 1: scalp },
  'temple-hold': { 1: temple, 3: templeMouth },
  'jaw-hold': { 1: cheeks },
  'suboccipital-two-balls': { 1: skullOnTowel, 2: skullOnBalls },
  'suboccipital-towel-ease': { 1: neckOnTowel },
  'neck-back-fingertip-hold': { 1: napeHold },
};
