import type { CloseUp } from '../format';
import { forearm, forearmOpening, upperArm } from './arm';
import { foot } from './foot';
import { hand, palm } from './hand';
import { face, profile, profileOpening } from './head';
import { lying, lyingOnBalls, lyingOnTowel, nape } from './neck';
import { fold, skin } from './skin';
import type { Template } from './template';
import { bust, shrug } from './trunk';

export { type Area, CLOSE_RADIUS, type Outline, type Template } from './template';

export const CLOSE_UPS: Record<CloseUp, Template> = {
  profile,
  profileOpening,
  face,
  nape,
  lying,
  lyingOnTowel,
  lyingOnBalls,
  bust,
  shrug,
  foot,
  upperArm,
  forearm,
  forearmOpening,
  palm,
  hand,
  skin,
  fold,
};
