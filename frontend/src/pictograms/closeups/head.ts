import { way } from '../geometry';
import type { Template } from './template';

export const profile: Template = {
  outlines: [
    {
      points: way(
        '43 100, 44.5 84, 42 72, 34 61, 29.5 46, 32 29, 42 15.5, 57 9, 72 10.5, 83 18.5, 88.5 30, 88.5 39, 91.5 46, 95.6 52.4, 94.6 54.8, 90.8 56, 91.4 60.2, 89.8 62.2, 91 65, 88.6 72, 82 75.6, 75 76.6, 70.5 81, 71 100',
      ),
    },
    {
      points: way('57 47, 60.5 43.5, 63 47.5, 60.4 52.5, 59.4 56'),
      width: 1.6,
      ink: 'edge',
    },
    {
      points: way('79 42.5, 84.5 42.5'),
      width: 1.6,
      ink: 'edge',
    },
  ],
  regions: [
    {
      id: 'jaw',
      line: way('74 55, 71 67'),
      width: 9,
    },
    {
      id: 'head',
      line: way('73 33, 60 30, 46 36'),
      width: 14,
    },
    {
      id: 'head',
      line: way('75 22, 58 16, 42 24'),
      width: 14,
    },
    {
      id: 'base_of_skull',
      line: way('38 62, 46 64'),
      width: 7,
    },
    {
      id: 'neck_back',
      line: way('46 72, 48 90'),
      width: 7,
    },
  ],
  zones: [
    {
      id: 'eye',
      line: way('78 42, 87 42'),
      width: 6,
    },
    {
      id: 'carotid_vertebral',
      line: way('58 72, 60 95'),
      width: 10,
    },
    {
      id: 'carotid_vertebral',
      line: way('70 81, 82 77'),
      width: 4,
    },
  ],
};

const [head, ...marks] = profile.outlines;

/** The mouth opens a little. */
export const profileOpening: Template = {
  ...profile,
  outlines: [
    {
      points: [],
      ...head,
      to: way(
        '43 100, 44.5 84, 42 72, 34 61, 29.5 46, 32 29, 42 15.5, 57 9, 72 10.5, 83 18.5, 88.5 30, 88.5 39, 91.5 46, 95.6 52.4, 94.6 54.8, 90.8 56, 91.4 60.2, 84.4 63.4, 88.4 69, 84.6 76, 78.6 78.6, 73 78.4, 70 82, 71 100',
      ),
    },
    ...marks,
  ],
};

export const face: Template = {
  outlines: [
    {
      points: way('14 106, 18 92, 34 86, 60 84, 86 86, 102 92, 106 106'),
      ink: 'near',
    },
    {
      points: way('60 66, 60 90'),
      width: 22,
    },
    {
      points: way(
        '60 7, 45 10, 35 21, 32.5 36, 35 54, 42 67, 52 75.5, 60 77.5, 68 75.5, 78 67, 85 54, 87.5 36, 85 21, 75 10',
      ),
    },
    {
      points: way('50 79, 60 81.2, 70 79'),
      width: 1.6,
      ink: 'edge',
    },
    {
      points: way('43 40.5, 47 42, 51 40.5'),
      width: 1.8,
      ink: 'edge',
    },
    {
      points: way('69 40.5, 73 42, 77 40.5'),
      width: 1.8,
      ink: 'edge',
    },
    {
      points: way('60 44, 58 52, 61 53'),
      width: 1.6,
      ink: 'edge',
    },
    {
      points: way('53.5 62.5, 60 64, 66.5 62.5'),
      width: 1.8,
      ink: 'edge',
    },
  ],
  regions: [
    {
      id: 'jaw',
      line: way('41 51, 44 63'),
      width: 8,
    },
    {
      id: 'jaw',
      line: way('79 51, 76 63'),
      width: 8,
    },
    {
      id: 'head',
      line: way('37 30, 40 20'),
      width: 9,
    },
    {
      id: 'head',
      line: way('83 30, 80 20'),
      width: 9,
    },
    // The scalp: all that is above the hairline.
    {
      id: 'head',
      line: way('43 23, 48 14, 60 11, 72 14, 77 23'),
      width: 14,
    },
  ],
  zones: [
    {
      id: 'eye',
      line: way('43 41, 51 41'),
      width: 7,
    },
    {
      id: 'eye',
      line: way('69 41, 77 41'),
      width: 7,
    },
    {
      id: 'carotid_vertebral',
      line: way('52 82, 68 82'),
      width: 8,
    },
  ],
};
