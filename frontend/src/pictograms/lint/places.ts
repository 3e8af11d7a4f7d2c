/** Where the regions of the content and the places under no tool lie on a figure. Only the checks read this. */
import type { Bone, Side } from '../format';
import type { P } from '../geometry';

/** A stretch of a bone's surface; `view` where the sides of the figure mean something else (see format.ts). */
export interface Stretch {
  bone: Bone;
  side: Side;
  from: number;
  to: number;
  view?: 'side' | 'front';
}

const on = (bone: Bone, side: Side, from: number, to: number, view?: 'side' | 'front'): Stretch =>
  view ? { bone, side, from, to, view } : { bone, side, from, to };

export const REGIONS: Record<string, readonly Stretch[]> = {
  base_of_skull: [on('head', 'back', 0.15, 0.75)],
  neck_back: [on('head', 'back', 0.75, 1.3)],
  head: [on('head', 'back', -1, 0.15), on('head', 'front', -1.5, -0.2)],
  jaw: [on('head', 'front', 0.1, 0.7)],
  neck_side: [on('torso', 'back', -0.2, 0.05, 'side'), on('torso', 'front', -0.2, 0.05)],
  shoulder_top: [
    on('torso', 'back', -0.2, 0.16, 'side'),
    on('torso', 'front', -0.2, 0.08),
    on('upper', 'front', -0.2, 0.2, 'front'),
  ],
  shoulder_front: [on('torso', 'front', 0, 0.2, 'side'), on('upper', 'front', 0, 0.3)],
  shoulder_back: [
    on('torso', 'back', 0, 0.3, 'side'),
    on('upper', 'back', -0.1, 0.3, 'side'),
    on('upper', 'front', -0.2, 0.25, 'front'),
  ],
  chest: [on('torso', 'front', 0.06, 0.3, 'side')],
  side_ribs: [on('torso', 'front', 0.22, 0.62, 'front')],
  upper_back: [on('torso', 'back', 0.04, 0.46, 'side')],
  mid_back: [on('torso', 'back', 0.4, 0.56, 'side')],
  lower_back: [on('torso', 'back', 0.8, 0.96, 'side')],
  back_pelvis: [on('torso', 'back', 0.9, 1.12, 'side')],
  abdomen_contact_only: [on('torso', 'front', 0.5, 0.95, 'side')],
  upper_arm: [on('upper', 'front', 0.2, 0.85)],
  forearm_front: [on('fore', 'front', 0.14, 0.6)],
  forearm_back: [on('fore', 'back', 0.14, 0.6)],
  hand: [on('fore', 'front', 0.86, 1)],
  glute: [on('torso', 'back', 0.98, 1.25, 'side'), on('thigh', 'back', -0.05, 0.14, 'side')],
  hip_side: [on('torso', 'front', 1, 1.2, 'front'), on('thigh', 'front', 0, 0.16, 'front')],
  hip_front: [on('torso', 'front', 0.9, 1.1, 'side'), on('thigh', 'front', 0, 0.12, 'side')],
  thigh_front: [on('thigh', 'front', 0.2, 0.86, 'side')],
  thigh_side: [
    on('thigh', 'front', 0.16, 0.86),
    on('thigh', 'back', 0.16, 0.86, 'side'),
    on('thigh', 'near', 0.16, 0.86, 'side'),
  ],
  thigh_back: [on('thigh', 'back', 0.16, 0.85, 'side')],
  calf: [on('shin', 'back', 0.15, 0.78, 'side')],
  shin: [on('shin', 'front', 0.12, 0.85), on('shin', 'near', 0.12, 0.85, 'side')],
  foot_sole: [on('foot', 'back', 0, 1)],
};

export const ZONES: Record<string, readonly Stretch[]> = {
  kidney: [on('torso', 'back', 0.58, 0.78, 'side')],
  ribs: [on('torso', 'back', 0.56, 0.66, 'side')],
  popliteal: [on('thigh', 'back', 0.86, 1.1, 'side'), on('shin', 'back', -0.1, 0.14, 'side')],
  achilles: [on('shin', 'back', 0.8, 1.1, 'side')],
  knee: [
    on('thigh', 'front', 0.87, 1.1),
    on('thigh', 'near', 0.87, 1.1),
    on('shin', 'front', -0.1, 0.08),
    on('shin', 'near', -0.1, 0.08),
  ],
  fibula_head: [on('shin', 'front', -0.1, 0.11), on('shin', 'near', -0.1, 0.11)],
  groin: [on('thigh', 'front', -0.1, 0.18, 'side')],
  hip_bone: [on('torso', 'front', 0.86, 0.98), on('thigh', 'near', -0.1, 0.12)],
  axilla: [on('torso', 'front', -0.1, 0.2, 'front'), on('upper', 'back', -0.1, 0.2, 'front')],
  breast: [on('torso', 'front', 0.32, 0.5, 'side')],
  collarbone: [on('torso', 'front', -0.3, 0.05, 'side')],
  heel_bone: [on('foot', 'back', -0.2, 0.1)],
  wrist_crease: [on('fore', 'front', 0.7, 0.86)],
  elbow_crease: [on('fore', 'front', -0.1, 0.12), on('upper', 'front', 0.88, 1.1)],
  elbow_bone: [on('fore', 'back', -0.1, 0.1), on('upper', 'back', 0.92, 1.1)],
};

/** An oval on the small figure: its middle, out and down from the base of the neck, and its two half axes. */
export type Oval = readonly [middle: P, across: number, down: number];

export const SMALL_REGIONS: Record<'back' | 'front', Record<string, Oval>> = {
  back: {
    base_of_skull: [[2.6, -5.5], 1.4, 1.8],
    shoulder_top: [[6, 2.8], 4.2, 2.6],
    shoulder_back: [[6.8, 6.5], 3, 4],
    upper_back: [[3.8, 7.4], 2.2, 6],
    mid_back: [[3.6, 11.8], 2, 2.2],
    lower_back: [[3.8, 18.2], 2, 2.2],
    back_pelvis: [[3.6, 20.8], 2.4, 2.2],
    glute: [[5, 23], 3, 3],
    thigh_back: [[4.2, 28], 2.6, 3],
  },
  front: {
    chest: [[5.4, 4.9], 2.4, 2],
    shoulder_top: [[6, 2], 4, 2],
    shoulder_front: [[8.4, 4.4], 2, 2.6],
    hip_front: [[4.6, 21.4], 2.6, 2.2],
    hip_side: [[6.6, 22.6], 2.2, 3],
    side_ribs: [[6, 10.5], 1.6, 3.4],
    abdomen_contact_only: [[0, 15], 4, 3.4],
  },
};

/** A line on the small figure and how far the middle of a tool has to stay from it. */
export const SMALL_ZONES: Record<
  'back' | 'front',
  Record<string, readonly [line: readonly P[], clear: number]>
> = {
  back: {
    spine: [
      [
        [0, -3],
        [0, 22],
      ],
      2.9,
    ],
    tailbone: [
      [
        [0, 22],
        [0, 23],
      ],
      3.4,
    ],
    kidney: [
      [
        [2.8, 14.6],
        [5.2, 14.6],
      ],
      2.8,
    ],
    hip_bone: [
      [
        [7.2, 20.4],
        [7.4, 20.6],
      ],
      2.2,
    ],
  },
  front: {
    collarbone: [
      [
        [1.4, 2.2],
        [7.4, 1.4],
      ],
      2.2,
    ],
    breast: [
      [
        [3.2, 9.8],
        [5.2, 9.8],
      ],
      3.4,
    ],
    axilla: [
      [
        [8.2, 7.8],
        [8.4, 9],
      ],
      2.4,
    ],
    groin: [
      [
        [1, 24.4],
        [3, 22.6],
      ],
      1.8,
    ],
  },
};
/** These cannot be told from the side: a tool near them needs the small figure. */
export const ONLY_SMALL = ['spine', 'tailbone'] as const;
