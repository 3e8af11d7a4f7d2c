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
