import { way } from '../geometry';
import type { Template } from './template';

/** A hand that lies over something on a table, from the side. */
export const palm: Template = {
  table: 74,
  outlines: [
    { points: way('2 76, 118 76'), width: 4, ink: 'block', fixed: true },
    {
      points: way(
        '-14 6, 4 17, 20 26.6, 34 31.4, 52 33, 70 38.4, 84 45.4, 96 55.4, 102.4 66, 101.4 70.6, 97 71, 91 64, 84 58.6, 75 55.6, 62 55, 50 54.6, 40 52.6, 30 47.6, 12 38.6, -14 27',
      ),
    },
    { points: way('47 43.6, 57 48.6, 68 50.8, 72 53.4'), width: 1.5, ink: 'edge' },
    { points: way('76 46, 88 54.4, 95.4 63'), width: 1.5, ink: 'edge' },
  ],
  regions: [{ id: 'hand', line: way('52 54.8, 68 54.6, 80 56, 86 59.4'), width: 0 }],
  zones: [{ id: 'wrist_crease', line: way('24 47, 40 53'), width: 0 }],
};

/** A hand with its palm towards us. */
export const hand: Template = {
  outlines: [
    { points: way('68 88, 68 120'), width: 26 },
    {
      points: way('55 92, 50 82, 45 70, 46 58, 51 48, 60 43.6, 74 43, 88 46.6, 93 56, 91 70, 84 84, 81 92'),
    },
    { points: way('54 50, 52 32, 51 18'), width: 10 },
    { points: way('65.4 48, 65 26, 65 10'), width: 10 },
    { points: way('76.8 49, 78 28, 79 14'), width: 10 },
    { points: way('87.4 53, 91 36, 93.6 25'), width: 9 },
    { points: way('53 76, 44 64, 35 55, 28 45'), width: 12 },
    { points: way('51.6 53, 60 57, 66 66, 66.6 78, 65 86'), width: 1.6, ink: 'edge' },
    { points: way('56 91, 68 92.6, 80 91'), width: 1.6, ink: 'edge' },
  ],
  regions: [{ id: 'hand', line: way('50 64, 57 76'), width: 12 }],
  zones: [{ id: 'wrist_crease', line: way('56 91, 80 91'), width: 3 }],
};
