import { expect, it } from 'vitest';
import { AREAS, areaKey } from '../../domain/body-places';
import { BOX, beside, nearest, POINTS, type Point, VIEWS, viewsOf } from './geometry';

/** Areas that lie nowhere in particular: from the list only. */
const NOWHERE = ['whole_body', 'scar_area'];
const at = (view: 'front' | 'back', key: string): Point => {
  const found = POINTS[view].find((point) => areaKey(point) === key);
  if (!found) throw new Error(`${key} is not on the ${view}`);
  return found;
};

it.each(VIEWS)('every two places of the %s are as far apart as a finger needs', (view) => {
  const points = POINTS[view];
  const near = points.flatMap((one, index) =>
    points
      .slice(index + 1)
      .filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < 24)
      .map((other) => `${areaKey(one)} and ${areaKey(other)}`),
  );
  expect(near).toEqual([]);
});

it.each(VIEWS)('every place of the %s lies on the drawing', (view) => {
  for (const { x, y } of POINTS[view]) {
    expect(Math.abs(x)).toBeLessThan(BOX.width / 2 - 10);
    expect(y).toBeGreaterThanOrEqual(10);
    expect(y).toBeLessThan(BOX.height - 10);
  }
});

it('every area lies on a drawing, but the whole body and a scar', () => {
  const nowhere = AREAS.filter((area) => viewsOf(area).length === 0).map(({ region }) => region);
  expect([...new Set(nowhere)].sort()).toEqual([...NOWHERE].sort());
});

it('left is the person’s own: on the right of the picture in front, on its left behind', () => {
  expect(at('front', 'knee/left').x).toBeGreaterThan(0);
  expect(at('back', 'knee/left').x).toBeLessThan(0);
  expect(at('front', 'hand/right').x).toBeLessThan(0);
  expect(at('back', 'lower_back/middle').x).toBe(0);
});

it('a fingertip beside a place gets the nearest one, and none in the empty corner', () => {
  const knee = at('front', 'knee/left');
  expect(areaKey(nearest(POINTS.front, knee.x + 9, knee.y - 11) as Point)).toBe('knee/left');
  expect(nearest(POINTS.front, -120, 5)).toBe(null);
  expect(nearest([], 0, 0)).toBe(null);
});

it('the arrow keys go to the neighbour as it lies on the picture, and stay at the edge', () => {
  const step = (from: string, way: 'up' | 'down' | 'left' | 'right') =>
    areaKey(beside(POINTS.back, at('back', from), way));
  expect(step('lower_back/middle', 'left')).toBe('lower_back/left');
  expect(step('lower_back/left', 'right')).toBe('lower_back/middle');
  expect(step('lower_back/middle', 'up')).toBe('mid_back/middle');
  expect(step('knee/right', 'down')).toBe('calf/right');
  expect(step('foot_sole/right', 'down')).toBe('foot_sole/right');
  expect(step('knee/left', 'right')).toBe('knee/right');
});

it.each(VIEWS)('the arrow keys reach every place of the %s from any other', (view) => {
  const ways = ['up', 'down', 'left', 'right'] as const;
  for (const start of POINTS[view]) {
    const seen = new Set([start]);
    for (const from of seen) for (const way of ways) seen.add(beside(POINTS[view], from, way));
    expect(POINTS[view].filter((point) => !seen.has(point)).map(areaKey)).toEqual([]);
  }
});
