/**
 * Where a flag lies, and whether a technique comes near: same place, next to it, on the same limb, or anywhere. Source:
 * domain.md 1.1 (regions, `site_only`), 2.5 (a flag without a place counts as touching everything).
 */
import { SIDES_OF } from '../body-places';
import type { BodyMap, Lists, Reach } from './policy';

/** A place of the body map on its side: left, right, middle or both. */
export interface Site {
  region: string;
  side: string;
}

/** The sides on which each region is meant. */
export type Area = ReadonlyMap<string, ReadonlySet<string>>;

export const BOTH_SIDES: ReadonlySet<string> = new Set(['left', 'right']);
/** Nodes that were removed drain a quarter of the trunk as well, so this limb is larger. */
const LYMPHOEDEMA = 'lymphoedema';
/** A scar may lie anywhere, and the whole body touches nothing by itself: neither tells a place. */
const SCAR = 'scar_area';
const WHOLE = 'whole_body';
const ACROSS: ReadonlySet<string> = new Set(
  Object.entries(SIDES_OF).flatMap(([region, sides]) => (sides.length === 3 ? [region] : [])),
);

/** The sites as regions of techniques; a place that no technique works on counts as all that it touches. */
export function areaOf(body: BodyMap, sites: readonly Site[]): Area {
  const area = new Map<string, ReadonlySet<string>>();
  for (const site of sites) {
    for (const region of body.site_only[site.region] ?? [site.region])
      widen(area, region, sidesOf(site.side));
  }
  return area;
}

/** How far a flag reaches; null is everywhere. */
export function reachOf(body: BodyMap, flag: string, sites: readonly Site[], how: Reach): Area | null {
  const area = areaOf(body, sites);
  if (how === 'anywhere' || !tellsAPlace(area)) return null;
  if (how === 'same_or_adjacent') return withNeighbours(body, area);
  if (how === 'same_limb') return withLimbs(flag === LYMPHOEDEMA ? body.limbs_lymphoedema : body.limbs, area);
  return area;
}

/**
 * Where work on `regions` and `sides` is done, with the places of a marked scar; null: a scar that may lie anywhere.
 */
export function workOf(regions: readonly string[], sides: ReadonlySet<string>, marks: Area): Area | null {
  if (regions.includes(SCAR) && !tellsAPlace(marks)) return null;
  const work = new Map(marks);
  for (const region of regions) if (region !== WHOLE) widen(work, region, sides);
  return work;
}

/** Whether the work comes into reach of a flag. */
export function touches(reach: Area | null, work: Area | null): boolean {
  if (reach === null || work === null) return true;
  for (const [region, sides] of work) {
    const reached = reach.get(region);
    if (reached) for (const side of sides) if (reached.has(side)) return true;
  }
  return false;
}

function tellsAPlace(area: Area): boolean {
  return !area.has(WHOLE) && [...area.keys()].some((region) => region !== SCAR);
}

/** What lies in the middle is near both sides. */
function sidesOf(side: string): ReadonlySet<string> {
  return BOTH_SIDES.has(side) ? new Set([side]) : BOTH_SIDES;
}

/** A region across the midline touches its own other half too. */
function withNeighbours(body: BodyMap, area: Area): Area {
  const wide = new Map<string, ReadonlySet<string>>();
  for (const [region, sides] of area) {
    for (const near of neighbours(body, region)) widen(wide, near, sides);
  }
  for (const region of area.keys()) if (ACROSS.has(region)) wide.set(region, BOTH_SIDES);
  return wide;
}

/** The region itself and those it touches; the map is read both ways. */
function neighbours(body: BodyMap, region: string): Set<string> {
  const touching = Object.entries(body.adjacent).flatMap(([other, list]) =>
    list.includes(region) ? [other] : [],
  );
  return new Set([region, ...(body.adjacent[region] ?? []), ...touching]);
}

/** A place outside every limb still counts as itself. */
function withLimbs(limbs: Lists, area: Area): Area {
  const wide = new Map(area);
  for (const [region, sides] of area) {
    for (const limb of Object.values(limbs)) {
      if (limb.includes(region)) for (const other of limb) widen(wide, other, sides);
    }
  }
  return wide;
}

function widen(area: Map<string, ReadonlySet<string>>, region: string, sides: ReadonlySet<string>): void {
  area.set(region, new Set([...(area.get(region) ?? []), ...sides]));
}
