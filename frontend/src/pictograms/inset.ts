/**
 * The small figure from behind or in front, beside pictures whose side view cannot show where the tool goes.
 * Its own measures, from the middle of the base of the neck: shoulders 8.5 out, hips at 22 down, spine from -2 to 22.
 */
import type { BodyInset } from './format';
import { type P, way } from './geometry';

/** How large it stands on the grid. */
export const SCALE = 0.9;
export const PANEL = { left: -18, top: -16, width: 36, height: 49 } as const;
export const SPOT = 2.3;
export const SPINE: readonly P[] = way('0 -3, 0 22');

/** Thick lines of the small figure: width and points, from its neck. */
export const SMALL: readonly (readonly [width: number, line: readonly P[]])[] = [
  [4.5, way('0 -6, 0 2')],
  [7, way('-5.4 4.5, 5.4 4.5, 4 21, -4 21, -5.4 4.5')],
  [7, way('0 5, 0 21')],
  [4, way('-9.6 4.2, -11.8 13.5, -12.2 23')],
  [4, way('9.6 4.2, 11.8 13.5, 12.2 23')],
  [7, way('-4.1 23, -4.3 29.4')],
  [7, way('4.1 23, 4.3 29.4')],
];

/** Lines on it: the spine and the shoulder blades behind, the collarbones in front. */
export const MARKS: Record<BodyInset['view'], readonly (readonly P[])[]> = {
  back: [SPINE, way('-5.4 3.5, -3.6 5.5, -5 11'), way('5.4 3.5, 3.6 5.5, 5 11')],
  front: [way('-1.4 2.2, -7.4 1.4'), way('1.4 2.2, 7.4 1.4')],
};

/** Which way on the picture is out for a worked side: seen from behind her left is at the left. */
export function outwards(view: BodyInset['view'], worked: 'left' | 'right'): 1 | -1 {
  return (worked === 'right') === (view === 'back') ? 1 : -1;
}
