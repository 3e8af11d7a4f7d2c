import { heading, minus, type P, plus, way } from '../geometry';
import type { Outline, Template } from './template';

/** Head, neck and shoulders from behind. */
export const nape: Template = {
  outlines: [
    { points: way('8 110, 10 90, 22 81, 42 77, 60 76, 78 77, 98 81, 110 90, 112 110') },
    { points: way('60 46, 60 84'), width: 27 },
    {
      points: way(
        '60 2, 46 5, 37 15, 34.5 28, 37 42, 44 51, 52 55, 60 56, 68 55, 76 51, 83 42, 85.5 28, 83 15, 74 5',
      ),
    },
    { points: way('35.6 28, 35 34'), width: 6 },
    { points: way('84.4 28, 85 34'), width: 6 },
    { points: way('45 50.5, 52 54.6, 60 55.8, 68 54.6, 75 50.5'), width: 1.6, ink: 'edge' },
    { points: way('60 61, 60 62'), width: 2, ink: 'edge' },
    { points: way('60 69, 60 70'), width: 2, ink: 'edge' },
    { points: way('60 77, 60 78'), width: 2, ink: 'edge' },
    { points: way('60 85, 60 86'), width: 2, ink: 'edge' },
    { points: way('60 93, 60 94'), width: 2, ink: 'edge' },
  ],
  regions: [
    { id: 'neck_back', line: way('53.4 58, 53.4 77'), width: 6 },
    { id: 'neck_back', line: way('66.6 58, 66.6 77'), width: 6 },
    { id: 'base_of_skull', line: way('50 52, 55 54'), width: 5 },
    { id: 'base_of_skull', line: way('65 54, 70 52'), width: 5 },
  ],
  zones: [
    { id: 'spine', line: way('60 56, 60 96'), width: 5 },
    { id: 'carotid_vertebral', line: way('45.6 56, 46 76'), width: 4 },
    { id: 'carotid_vertebral', line: way('74.4 56, 74 76'), width: 4 },
  ],
};

/** Small, above a close-up: how the whole figure lies. */
const WHOLE: readonly Outline[] = [
  { points: way('60 25.6, 114 25.6'), width: 2, ink: 'line', fixed: true, small: true },
  { points: way('67 20.6, 67.2 20.6'), width: 8, ink: 'far', fixed: true, small: true },
  { points: way('77 21.2, 88 21.2'), width: 6.6, ink: 'far', fixed: true, small: true },
  { points: way('88.4 21.6, 94.5 16, 100 10.6'), width: 4.6, ink: 'far', fixed: true, small: true },
  { points: way('100 10.6, 101.6 17, 103 22.4'), width: 4.6, ink: 'far', fixed: true, small: true },
  { points: way('103 22.4, 106.4 22.4'), width: 4.4, ink: 'far', fixed: true, small: true },
];
/** Small as well: the balls from behind, one on each side of the middle line. */
const BALLS_BEHIND: readonly Outline[] = [
  { points: way('14 9, 14.2 9'), width: 14, ink: 'far', fixed: true, small: true },
  { points: way('14 14, 14 21'), width: 7, ink: 'far', fixed: true, small: true },
  { points: way('5 24.4, 10 22.4, 14 22, 18 22.4, 23 24.4'), width: 5, ink: 'far', fixed: true, small: true },
  { points: way('14 17.6, 14 25'), width: 0.9, ink: 'edge', fixed: true, small: true },
  { points: way('10.8 14.4, 10.9 14.4'), width: 7, ink: 'edge', fixed: true, small: true },
  { points: way('17.2 14.4, 17.3 14.4'), width: 7, ink: 'edge', fixed: true, small: true },
  { points: way('10.8 14.4, 10.9 14.4'), width: 5.4, ink: 'tool', fixed: true, small: true },
  { points: way('17.2 14.4, 17.3 14.4'), width: 5.4, ink: 'tool', fixed: true, small: true },
];
const BED: readonly Outline[] = [
  { points: way('4 87.2, 116 87.2'), width: 2.6, ink: 'block', fixed: true },
  { points: way('6 90.4, 114 90.4'), width: 2.4, ink: 'line', fixed: true },
];
const BACK_OF_HEAD = way('11 64, 14 75, 24 83.4, 36 85.6, 47 84, 55 79, 60 74.4, 68 72.6');
const TRUNK = way('76 74.4, 83 81, 92 85.4, 108 86, 132 86, 132 48, 112 45.4, 96 46, 84 50.6, 75 55');
const FACE = way(
  '67.6 55.6, 64.6 52.4, 63.6 46, 59.6 39.4, 55 38, 52.6 39.4, 51 37.8, 48.2 38.2, 46.6 35.6, 44.8 34.6, 40.4 37.8, 34.6 40.4, 28 40.6, 19.6 44.6, 12.6 53.4',
);
const EAR = way('41 62.4, 37.4 59.4, 40.6 57, 45.2 59.4, 47.4 60.6');
const EYE = way('37 47.6, 38.2 45, 37.2 42.8');
const ARM = way('92 63, 104 68, 132 69');

/** Lying on the back, from the side, the head lifted by so many degrees. */
function onBack(degrees: number, more: readonly Outline[] = []): Template {
  const lifted = (points: readonly P[]) => points.map((point) => turned(point, [82, 68], degrees));
  return {
    floor: 86,
    outlines: [
      ...BED,
      { points: [...lifted(BACK_OF_HEAD), ...TRUNK, ...lifted(FACE)] },
      { points: lifted(EAR), width: 1.6, ink: 'edge' },
      { points: lifted(EYE), width: 1.6, ink: 'edge' },
      { points: ARM, width: 16, ink: 'edge' },
      { points: ARM, width: 13 },
      ...WHOLE,
      ...more,
    ],
    regions: [
      { id: 'neck_back', line: [...lifted(way('60 74.4, 68 72.6')), [76, 74.4]], width: 0 },
      { id: 'base_of_skull', line: lifted(way('44 84.6, 47 84, 55 79, 58 76.4')), width: 0 },
    ],
    // The gap between the balls is under the spine: the small picture shows it, the side cannot.
    zones: [{ id: 'carotid_vertebral', line: way('66 58, 80 60'), width: 6 }],
  };
}

function turned(point: P, about: P, degrees: number): P {
  const [x, y] = minus(point, about);
  const way = heading(degrees);
  return plus(about, [x * way[0] - y * way[1], x * way[1] + y * way[0]]);
}

export const lying = onBack(0);
export const lyingOnTowel = onBack(8);
export const lyingOnBalls = onBack(12.5, BALLS_BEHIND);
