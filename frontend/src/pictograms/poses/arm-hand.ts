import { alter, type ClosePose, type Family } from '../format';

const forearmOnBall: ClosePose = {
  pos: 'seated',
  close: 'forearm',
  shows: 'right',
  hands: [{ from: [92, -6], wrist: [78, 20], tips: [52, 42], flat: true }],
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
      hands: [{ from: [84, -6], wrist: [70, 20], tips: [44, 42] }],
    },
  ],
  dots: [
    [
      [34, 84],
      [60, 84],
    ],
  ],
});

export const armHand: Family = {
  'forearm-front-ball-table': { 1: forearmOnBall, 2: forearmRolling },
};
