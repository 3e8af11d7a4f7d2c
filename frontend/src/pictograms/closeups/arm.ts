import { way } from '../geometry';
import type { Template } from './template';

/** Sitting at a table, the left arm on it with the palm up; the rest of the body is soft. */
export const upperArm: Template = {
  table: 96,
  outlines: [
    {
      points: way('8 124, 7 60, 10 42, 18 31, 32 25.6, 44 22, 66 22, 78 25.6, 88 30, 92 42, 92 124'),
      ink: 'far',
    },
    { points: way('55 -12, 55 26'), width: 19, ink: 'far' },
    { points: way('55 -40, 55 -12'), width: 36, ink: 'far' },
    { points: way('45 6, 55 9.4, 65 6'), width: 1.6, ink: 'edge' },
    { points: way('25 52, 24 70, 25 110'), width: 1.7, ink: 'edge' },
    { points: way('4 97.4, 116 97.4'), width: 4, ink: 'block', fixed: true },
    { points: way('89 38, 91 56, 95 82'), width: 23, ink: 'edge' },
    { points: way('95 85, 76 88, 60 89'), width: 18.5, ink: 'edge' },
    { points: way('89 38, 91 56, 95 82'), width: 20 },
    { points: way('95 85, 76 88, 60 89'), width: 15.5 },
    { points: way('62 89, 46 89.6'), width: 13 },
    { points: way('48 87, 38 84, 32 79.6'), width: 5 },
    { points: way('48 91.6, 36 89.4, 29 85'), width: 5 },
    { points: way('58 85, 54 79, 49 75.6'), width: 5.4 },
  ],
  regions: [{ id: 'upper_arm', line: way('89 44, 92 64'), width: 20 }],
  zones: [
    { id: 'axilla', line: way('79 36, 80 40'), width: 4 },
    { id: 'elbow_crease', line: way('88 78, 100 76'), width: 5 },
  ],
};

export const forearm: Template = {
  table: 74,
  outlines: [
    {
      points: way('6 76, 114 76'),
      width: 4,
      ink: 'block',
      fixed: true,
    },
    {
      points: way('20 -40, 16 22, 22 46'),
      width: 17,
    },
    {
      points: way(
        '14 44, 22 37.5, 36 40, 56 45, 80 50, 92 50.5, 104 52.6, 112 56, 111 60, 102 60.6, 90 61, 78 59.4, 58 60, 40 59.5, 24 55, 15 50',
      ),
    },
    {
      points: way('83 54.4, 91 57, 99 56.6'),
      width: 1.5,
      ink: 'edge',
    },
  ],
  regions: [
    {
      id: 'forearm_front',
      line: way('38 59.2, 58 60'),
      width: 0,
    },
    {
      id: 'forearm_back',
      line: way('36 46, 56 50'),
      width: 12,
    },
    {
      id: 'hand',
      line: way('93 60.8, 104 60.4'),
      width: 0,
    },
  ],
  zones: [
    {
      id: 'wrist_crease',
      line: way('77 59.4, 86 60.6'),
      width: 0,
    },
    {
      id: 'elbow_crease',
      line: way('20 53, 27 56'),
      width: 0,
    },
    {
      id: 'elbow_bone',
      line: way('15 46, 19 44'),
      width: 4,
    },
  ],
};

/** The same arm with its fingers apart, closing to a fist. */
export const forearmOpening: Template = {
  ...forearm,
  outlines: [
    ...forearm.outlines.slice(0, 2),
    {
      points: way(
        '14 44, 22 37.5, 36 40, 56 45, 80 50, 90 50.4, 96.6 52.4, 98.6 56.6, 96.4 61, 88 61.6, 78 59.4, 58 60, 40 59.5, 24 55, 15 50',
      ),
    },
    { points: way('94.6 54.6, 104 50, 112 45'), to: way('94.6 55, 102 57, 98 62'), width: 5 },
    { points: way('95.6 56.6, 106 55.8, 115.4 54.4'), to: way('95.6 57, 102.4 60, 98 64.4'), width: 5 },
    { points: way('94.6 58.8, 104 61, 113 63.4'), to: way('94.6 59, 100 63, 95.6 65.4'), width: 5 },
    { points: way('86 57, 92 62.6, 99 68'), to: way('86 57, 92 60.4, 98 60.4'), width: 7.4, ink: 'edge' },
    { points: way('86 57, 92 62.6, 99 68'), to: way('86 57, 92 60.4, 98 60.4'), width: 5 },
  ],
};
