import { alter, type ClosePose, type Family } from '../format';
import { type P, way } from '../geometry';

/** A circle on the table, seen flat, or on the skin. */
const ring = (x: number, y: number, across: number, high: number): P[] =>
  Array.from({ length: 25 }, (_, at): P => {
    const turn = (at * Math.PI) / 12;
    return [x + across * Math.cos(turn), y + high * Math.sin(turn)];
  });

/** From the front: the other hand rolls the stick up and down. */
const stickOnUpperArm: ClosePose = {
  pos: 'seated',
  close: 'upperArm',
  shows: 'left',
  hands: [{ from: [-12, 101], wrist: [40, 67], tips: [68, 60], flat: true, size: 1.4 }],
  tools: [{ kind: 'massage_stick', at: [88.4, 62], turn: 4, rest: 'hand' }],
  frames: [{ hands: [{ wrist: [40, 53], tips: [66, 45] }], tools: [{ at: [86.4, 47] }] }],
  dots: [way('117 38, 117 70')],
};

const forearmOnBall: ClosePose = {
  pos: 'seated',
  close: 'forearm',
  shows: 'right',
  hands: [{ from: [104, -18], wrist: [80, 16], tips: [52, 42], flat: true, size: 1.3 }],
  slide: [0, -3.4],
  tools: [{ kind: 'soft_ball', at: [46, 64.8], rest: 'table' }],
};

const forearmRolling = alter(forearmOnBall, {
  slide: [4, -0.2],
  tools: [{ kind: 'tennis_ball', at: [44, 66.4], rest: 'table' }],
  frames: [
    {
      slide: [-6, -0.2],
      tools: [{ at: [50, 66.4] }],
      hands: [{ from: [96, -18], wrist: [72, 16], tips: [44, 42] }],
    },
  ],
  dots: [way('34 84, 60 84')],
});

/** Still on one place, while the fingers open and close. */
const forearmHold = alter(forearmOnBall, {
  close: 'forearmOpening',
  slide: [0, -0.2],
  tools: [{ kind: 'tennis_ball', at: [46, 66.4], rest: 'table' }],
  frames: [{}],
  dots: [way('114 68, 108 71, 103 71')],
});

const stickOnForearm: ClosePose = {
  pos: 'seated',
  close: 'forearm',
  shows: 'right',
  slide: [0, 13],
  hands: [{ from: [100, -22], wrist: [72, 10], tips: [47, 34], flat: true, size: 1.3, thumb: 1 }],
  tools: [{ kind: 'massage_stick', at: [42, 53], turn: -80, rest: 'hand' }],
  frames: [
    { hands: [{ from: [114, -19.5], wrist: [86, 12.5], tips: [61, 36.5] }], tools: [{ at: [56, 55.5] }] },
  ],
  dots: [way('60 66.6, 80 69')],
};

const forearmGlide: ClosePose = {
  pos: 'seated',
  close: 'forearm',
  shows: 'right',
  slide: [0, 13],
  hands: [
    { from: [118, -12], wrist: [82, 40], tips: [49.6, 62.3], flat: true, fingers: 4, size: 1.2, thumb: -1 },
  ],
  frames: [{ hands: [{ from: [123, -11], wrist: [85.4, 40.6], tips: [53, 62.9] }] }],
  dots: [way('70 67.6, 86 69.6')],
};

const palmOnBall: ClosePose = {
  pos: 'seated',
  close: 'palm',
  shows: 'right',
  slide: [2, 1],
  tools: [{ kind: 'soft_ball', at: [67, 64.8], rest: 'table' }],
  frames: [{ slide: [-6, 1], tools: [{ at: [71, 64.8] }] }],
  dots: [ring(68, 86, 15, 4)],
};

const palmRolling = alter(palmOnBall, {
  slide: [2, 4],
  tools: [{ kind: 'tennis_ball', at: [67, 66.4], rest: 'table' }],
  frames: [{ slide: [-6, 4], tools: [{ at: [71, 66.4] }] }],
});

const thumbBase: ClosePose = {
  pos: 'seated',
  close: 'hand',
  shows: 'right',
  hands: [
    { from: [-24, 108], wrist: [-2, 94], tips: [54, 68], under: true, size: 1.9 },
    { from: [-24, 108], wrist: [-2, 94], tips: [53, 70], fingers: 1, size: 1.9 },
  ],
};

export const armHand: Family = {
  'upper-arm-stick': { 1: stickOnUpperArm },
  'forearm-front-ball-table': { 1: forearmOnBall, 2: forearmRolling, 3: forearmHold },
  'forearm-back-stick': { 1: stickOnForearm },
  'forearm-skin-glide': { 1: forearmGlide },
  'palm-ball-table': { 1: palmOnBall, 2: palmRolling },
  'thumb-base-hold': { 1: thumbBase },
};
