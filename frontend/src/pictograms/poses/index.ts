import type { Family, Level, Pose } from '../format';
import { armHand } from './arm-hand';
import { back } from './back';
import { headNeck } from './head-neck';
import { hip } from './hip';
import { lowerLegFoot } from './lower-leg-foot';
import { restScar } from './rest-scar';
import { shoulderChest } from './shoulder-chest';
import { thigh } from './thigh';

export const POSES: Family = {
  ...back,
  ...headNeck,
  ...shoulderChest,
  ...armHand,
  ...hip,
  ...thigh,
  ...lowerLegFoot,
  ...restScar,
};

/** The picture of a technique at a level: its own, or that of the nearest level below. */
export function poseOf(technique: string, level: number): Pose | undefined {
  const levels = POSES[technique];
  if (!levels) return undefined;
  for (let at = level; at > 0; at--) {
    const pose = levels[at as Level];
    if (pose) return pose;
  }
  return undefined;
}
