/**
 * Where each area lies on the two drawings, in units of the drawing; the map is never shown smaller than a pixel a unit,
 * so that neighbours 24 units apart are touch targets 24 pixels wide. The figure is seen as somebody stands before you:
 * in front the person's left is on the right of the picture, behind it is on the left.
 */
import { AREAS, type Area, areaKey, type BodySide, type Place } from '../../domain/body-places';

export type View = 'front' | 'back';
export const VIEWS: readonly View[] = ['front', 'back'];

export interface Point extends Area {
  x: number;
  y: number;
}

/** The drawing: x from the midline, y from the top. */
export const BOX = { left: -125, top: 0, width: 250, height: 470 };
/** Farther than this from every area a tap means none of them. */
const REACH = 34;

/** place: [x of its sides or 0, y, y of its middle]. */
type Spots = Partial<Record<Place, readonly [x: number, y: number, middle?: number]>>;

const BOTH_VIEWS: Spots = {
  head: [24, 15, 10],
  shoulder_top: [47, 104],
  upper_arm: [74, 162],
  elbow: [81, 189],
  wrist: [95, 247],
  hand: [103, 276],
  hip_side: [58, 220],
  thigh_side: [49, 282],
  knee: [26, 344],
  ankle: [25, 421],
};

const SPOTS: Record<View, Spots> = {
  front: {
    ...BOTH_VIEWS,
    face: [13, 38],
    jaw: [15, 62],
    neck_front: [0, 84, 84],
    neck_side: [25, 84],
    shoulder_front: [63, 126],
    chest: [27, 122, 120],
    breast: [26, 148],
    armpit: [50, 152],
    side_ribs: [49.5, 177],
    abdomen_contact_only: [25, 181, 181],
    belly: [26, 206, 206],
    forearm_front: [88, 218],
    hip_front: [35, 231],
    groin: [15, 246],
    thigh_front: [29, 306],
    thigh_inner: [12.5, 282],
    shin: [26, 384],
    foot_top: [31, 449],
  },
  back: {
    ...BOTH_VIEWS,
    base_of_skull: [24, 58, 58],
    neck_back: [25, 84, 84],
    shoulder_back: [57, 134],
    upper_back: [27, 122, 118],
    mid_back: [27, 154, 150],
    side_ribs: [50, 172],
    lower_back: [27, 188, 184],
    back_pelvis: [27, 216, 214],
    tailbone: [0, 242, 242],
    glute: [31, 246],
    forearm_back: [88, 218],
    thigh_back: [27, 300],
    calf: [26, 384],
    foot_sole: [29, 449],
  },
};

function side(view: View, x: number): BodySide {
  return x > 0 === (view === 'front') ? 'left' : 'right';
}

function place(view: View, area: Area): Point[] {
  const spot = SPOTS[view][area.region];
  if (!spot) return [];
  const [x, y, middle = y] = spot;
  if (area.side === 'middle') return [{ ...area, x: 0, y: middle }];
  return [{ ...area, x: side(view, x) === area.side ? x : -x, y }];
}

/** Every area that a view shows, from the top down. */
export const POINTS: Record<View, readonly Point[]> = {
  front: AREAS.flatMap((area) => place('front', area)).sort(byHeight),
  back: AREAS.flatMap((area) => place('back', area)).sort(byHeight),
};

function byHeight(one: Point, other: Point): number {
  return one.y - other.y || one.x - other.x;
}

export function pointOf(view: View, area: Area): Point | null {
  return POINTS[view].find((point) => areaKey(point) === areaKey(area)) ?? null;
}

/** The views that show an area, the one where it lies best first; none for the whole body and for a scar. */
export function viewsOf(area: Area): View[] {
  return VIEWS.filter((view) => pointOf(view, area) !== null);
}

/** What a fingertip means: the nearest of the points, within reach. */
export function nearest(points: readonly Point[], x: number, y: number): Point | null {
  const far = (point: Point) => Math.hypot(point.x - x, point.y - y);
  const [first] = [...points].sort((one, other) => far(one) - far(other));
  return first && far(first) <= REACH ? first : null;
}

export type Way = 'up' | 'down' | 'left' | 'right';

/** The next point in a direction: near, and not too far aside. The same one at the edge. */
export function beside(points: readonly Point[], from: Point, way: Way): Point {
  const cost = (to: Point): number => {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = { up: -dy, down: dy, left: -dx, right: dx }[way];
    const aside = Math.abs(way === 'up' || way === 'down' ? dx : dy);
    return along < 4 || aside > 3 * along ? Number.POSITIVE_INFINITY : along + 2 * aside;
  };
  return points.reduce((best, point) => (cost(point) < cost(best) ? point : best), from);
}
