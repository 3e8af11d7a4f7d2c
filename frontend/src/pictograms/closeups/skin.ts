import { way } from '../geometry';
import type { Template } from './template';

/** Some part of the body with a closed scar on it. */
export const skin: Template = {
  outlines: [
    { points: way('-30 56, 40 53, 80 54, 150 58'), width: 68 },
    { points: way('30 36, 44 34.6, 60 37, 80 35'), width: 2, ink: 'edge' },
    { points: way('37 32, 36.4 38.6'), width: 1.8, ink: 'edge' },
    { points: way('47 31.4, 46.6 38'), width: 1.8, ink: 'edge' },
    { points: way('56.6 33, 55.8 39.6'), width: 1.8, ink: 'edge' },
    { points: way('66 33.2, 65.6 39.8'), width: 1.8, ink: 'edge' },
    { points: way('74.6 32.2, 74.6 38.8'), width: 1.8, ink: 'edge' },
  ],
  regions: [{ id: 'scar_area', line: way('22 56, 100 56'), width: 62 }],
  zones: [{ id: 'scar', line: way('30 36, 44 34.6, 60 37, 80 35'), width: 2 }],
};

/** The skin with the scar, lifted to a fold that rolls to and fro. */
export const fold: Template = {
  outlines: [
    {
      points: way(
        '-20 72, 20 71, 38 68, 46 60, 48 48, 55 42, 62 48, 66 60, 78 68, 100 71, 140 72, 140 130, -20 130',
      ),
      to: way(
        '-20 72, 20 71, 42 68, 54 60, 58 48, 65 42, 72 48, 74 60, 82 68, 100 71, 140 72, 140 130, -20 130',
      ),
    },
    {
      points: way('55 46, 56 58, 59 70, 60 90'),
      to: way('65 46, 64 58, 61 70, 60 90'),
      width: 2,
      ink: 'edge',
    },
    { points: way('52.6 60, 59.8 59'), to: way('60.2 59, 67.4 60'), width: 1.8, ink: 'edge' },
    { points: way('55 71, 62.4 70'), to: way('57.6 70, 65 71'), width: 1.8, ink: 'edge' },
    { points: way('56.2 82, 63.6 81.4'), width: 1.8, ink: 'edge' },
  ],
  regions: [{ id: 'scar_area', line: way('36 58, 84 58'), width: 20 }],
  zones: [],
};
