import { way } from '../geometry';
import type { Template } from './template';

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
      points: way('18 -8, 16 22, 22 46'),
      width: 17,
    },
    {
      points: way(
        '14 44, 22 37.5, 36 40, 56 45, 80 50, 92 50.5, 104 52.6, 112 56, 111 60, 102 60.6, 90 61, 78 59.4, 58 60, 40 59.5, 24 55, 15 50',
      ),
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
