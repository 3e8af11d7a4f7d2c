import { way } from '../geometry';
import type { Template } from './template';

export const FLOOR_OF_FOOT = 86;
export const FOOT = way(
  '40 -6, 58 -6, 58.5 22, 61 36, 70 46, 84 53, 96 58.5, 101 63, 99.5 68, 92 70, 84 70.4, 74 66.8, 64 65.6, 54 68.8, 46 71.6, 37 70.8, 33.6 63, 36.6 52, 41.5 38, 41.5 20',
);
export const SOLE = way('48 71, 56 68, 64 65.6, 74 66.8, 84 70.4, 92 70');

export const foot: Template = {
  floor: FLOOR_OF_FOOT,
  outlines: [
    {
      points: way('8 87.2, 112 87.2'),
      width: 2.4,
      ink: 'line',
      fixed: true,
    },
    {
      points: FOOT,
    },
  ],
  regions: [
    {
      id: 'foot_sole',
      line: way('56 68, 64 65.6, 74 66.8, 84 70.4, 92 70'),
      width: 0,
    },
  ],
  zones: [
    {
      id: 'heel_bone',
      line: way('37 70.8, 45 71.4'),
      width: 0,
    },
  ],
};
