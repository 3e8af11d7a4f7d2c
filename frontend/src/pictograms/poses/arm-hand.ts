import { alter, type ClosePose, type Family } from '../format';

const forearmOnBall: ClosePose = {
  pos: 'seated',
  close: 'forearm',
  shows: 'right',
  hands: [{ from: [92, -6], wrist: [78, 20], tips: [52, 42], flat: true }],
  tools: [{ kind: 'soft_ball', at: [46, 64.8], rest: 'table' }],
};

export const armHand: Family = {
  'forearm-front-ball-table': {
    1: forearmOnBall,
    2: alter(forearmOnBall, { tools: [{ kind: 'tennis_ball', at: [46, 66.4], rest: 'table' }] }),
  },
};
