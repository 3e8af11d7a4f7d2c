import { way } from '../geometry';
import type { Template } from './template';

/** Head, shoulders and chest from the front, with the arms hanging. */
export const bust: Template = {
  outlines: [
    {
      points: way(
        '14 112, 13 84, 14.4 66, 19.4 55, 29 48.4, 42 44.6, 51 40.6, 69 40.6, 78 44.6, 91 48.4, 100.6 55, 105.6 66, 107 84, 106 112',
      ),
    },
    { points: way('60 22, 60 46'), width: 17 },
    {
      points: way(
        '60 -8, 50 -6, 44 1, 42.6 10, 44.4 21, 49 29, 55.4 34, 60 35, 64.6 34, 71 29, 75.6 21, 77.4 10, 76 1, 70 -6',
      ),
    },
    { points: way('47.6 11, 50.6 12.2, 53.6 11'), width: 1.6, ink: 'edge' },
    { points: way('66.4 11, 69.4 12.2, 72.4 11'), width: 1.6, ink: 'edge' },
    { points: way('55.6 24.6, 60 25.6, 64.4 24.6'), width: 1.6, ink: 'edge' },
    { points: way('53.4 36, 60 37.6, 66.6 36'), width: 1.5, ink: 'edge' },
    { points: way('55 50.6, 47 52, 38 50.6, 31 51.6'), width: 1.7, ink: 'edge' },
    { points: way('65 50.6, 73 52, 82 50.6, 89 51.6'), width: 1.7, ink: 'edge' },
    { points: way('30 70, 29.4 82, 30 112'), width: 1.7, ink: 'edge' },
    { points: way('90 70, 90.6 82, 90 112'), width: 1.7, ink: 'edge' },
  ],
  regions: [
    { id: 'chest', line: way('74 60, 86 60'), width: 11 },
    { id: 'chest', line: way('34 60, 46 60'), width: 11 },
    { id: 'shoulder_top', line: way('77 45, 93 50'), width: 5 },
    { id: 'shoulder_top', line: way('43 45, 27 50'), width: 5 },
  ],
  zones: [
    { id: 'collarbone', line: way('65 51, 89 52'), width: 2 },
    { id: 'collarbone', line: way('55 51, 31 52'), width: 2 },
    { id: 'breast', line: way('40 80, 48 80'), width: 17 },
    { id: 'breast', line: way('72 80, 80 80'), width: 17 },
    { id: 'carotid_vertebral', line: way('53 38, 67 38'), width: 9 },
    { id: 'axilla', line: way('30 70, 30 74'), width: 5 },
    { id: 'axilla', line: way('90 70, 90 74'), width: 5 },
  ],
};

/** The same with one arm up on cushions and the head tipped towards it. */
export const shrug: Template = {
  outlines: [
    {
      points: way(
        '0 112, 0 86, 2.4 72, 8 62, 18 56.4, 30 52, 40 47, 58 46.4, 68 45.4, 78 45, 86 48.6, 91 56, 93 70, 94 86, 94 112',
      ),
    },
    { points: way('53.2 26.7, 48 50'), width: 17 },
    {
      points: way(
        '60.9 -2.3, 50.8 -3, 43.2 2.3, 39.5 10.6, 38.4 21.7, 40.7 30.6, 45.6 37.1, 49.8 39.2, 54.5 39.5, 62 36.3, 68.5 29.8, 73.1 19.6, 74.1 10.5, 70.1 2.2',
      ),
    },
    { points: way('44 12.8, 46.6 14.8, 49.8 14.4'), width: 1.6, ink: 'edge' },
    { points: way('62.2 17.7, 64.8 19.6, 68 19.3'), width: 1.6, ink: 'edge' },
    { points: way('48.3 28.1, 52.2 30.2, 56.8 30.3'), width: 1.6, ink: 'edge' },
    { points: way('43.2 40.5, 49.1 43, 56.6 42.6'), width: 1.5, ink: 'edge' },
    { points: way('17 76, 16.6 88, 17 112'), width: 1.7, ink: 'edge' },
    { points: way('78 97, 112 97'), width: 15.6, ink: 'edge' },
    { points: way('78 97, 112 97'), width: 13, ink: 'line' },
    { points: way('80 84, 110 84'), width: 15.6, ink: 'edge' },
    { points: way('80 84, 110 84'), width: 13, ink: 'line' },
    { points: way('91 61, 97 64.4, 105 70'), width: 17.6, ink: 'edge' },
    { points: way('105 71, 94 74, 78 76'), width: 16, ink: 'edge' },
    { points: way('83 56, 95 63, 105 70'), width: 15 },
    { points: way('105 71, 94 74, 78 76'), width: 13.4 },
  ],
  regions: [
    { id: 'shoulder_top', line: way('64 49, 84 51'), width: 9 },
    { id: 'neck_side', line: way('58 44, 64 47'), width: 6 },
  ],
  zones: [],
};
