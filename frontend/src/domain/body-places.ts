/**
 * The places of the body map and the sides that each has: the 30 regions that techniques work on and the 13 places that
 * none works on, so that nothing that hurts is unsayable. The server takes the same list (domain/body_map.py);
 * tests/contract/body_places.json holds both to it.
 *
 * A limb, or what there is two of, has a left and a right. What lies across the midline has a middle too. The jaw has
 * two joints and no middle (the chin is part of the face). A scar may lie anywhere: its side is told, and the place
 * where it lies is marked as itself. The whole body is one mark, "both".
 */
const PAIR = ['left', 'right'] as const;
const ACROSS = ['left', 'middle', 'right'] as const;
const MIDLINE = ['middle'] as const;

export const SIDES_OF = {
  head: ACROSS,
  base_of_skull: ACROSS,
  neck_back: ACROSS,
  chest: ACROSS,
  upper_back: ACROSS,
  mid_back: ACROSS,
  lower_back: ACROSS,
  back_pelvis: ACROSS,
  abdomen_contact_only: ACROSS,
  belly: ACROSS,
  scar_area: ACROSS,
  face: PAIR,
  jaw: PAIR,
  neck_side: PAIR,
  shoulder_top: PAIR,
  shoulder_front: PAIR,
  shoulder_back: PAIR,
  armpit: PAIR,
  breast: PAIR,
  side_ribs: PAIR,
  upper_arm: PAIR,
  elbow: PAIR,
  forearm_front: PAIR,
  forearm_back: PAIR,
  wrist: PAIR,
  hand: PAIR,
  glute: PAIR,
  hip_side: PAIR,
  hip_front: PAIR,
  groin: PAIR,
  thigh_front: PAIR,
  thigh_side: PAIR,
  thigh_back: PAIR,
  thigh_inner: PAIR,
  knee: PAIR,
  calf: PAIR,
  shin: PAIR,
  ankle: PAIR,
  foot_top: PAIR,
  foot_sole: PAIR,
  neck_front: MIDLINE,
  tailbone: MIDLINE,
  whole_body: ['both'],
} as const satisfies Record<string, readonly BodySide[]>;

export type Place = keyof typeof SIDES_OF;
/** The person's own left and right; "both" only for the body as a whole. */
export type BodySide = 'left' | 'middle' | 'right' | 'both';

/** One place on one side: what a finger touches. */
export interface Area {
  region: Place;
  side: BodySide;
}

/** How strong it is there, 0-10; 0 says that the place was looked at and does not hurt. */
export interface Mark extends Area {
  strength: number;
}

export function areaKey({ region, side }: Area): string {
  return `${region}/${side}`;
}

export function sameArea(one: Area, other: Area): boolean {
  return one.region === other.region && one.side === other.side;
}

/** Every place on every side that it has. */
export const AREAS: readonly Area[] = Object.entries(SIDES_OF).flatMap(([region, sides]) =>
  sides.map((side) => ({ region: region as Place, side })),
);
