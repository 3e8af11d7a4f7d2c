/**
 * The large outlines, and where on them the regions and the places under no tool are. An area is a thick line:
 * a ball touches its edge, a finger pad lies inside it. All look to the right.
 */
import type { Kind } from '../format';
import type { P } from '../geometry';

export interface Outline {
  points: readonly P[];
  /** Where the points are at the last keyframe: a hand or mouth that opens. */
  to?: readonly P[];
  /** A line of that thickness; without it, a filled shape with soft corners. */
  width?: number;
  ink?: 'near' | 'far' | 'edge' | 'line' | 'block' | 'tool';
  /** What is not part of the body stays when the body slides. */
  fixed?: true;
  /** Left out where the picture itself is small. */
  small?: true;
}

export interface Area {
  id: string;
  line: readonly P[];
  width: number;
}

export interface Template {
  outlines: readonly Outline[];
  regions: readonly Area[];
  zones: readonly Area[];
  /** Heights of what carries a tool. */
  floor?: number;
  table?: number;
}

/** Sizes of life against these outlines. */
export const CLOSE_RADIUS: Record<Exclude<Kind, 'hands'>, number> = {
  golf_ball: 4.6,
  lacrosse_ball: 7,
  tennis_ball: 7.6,
  two_balls_sock: 7.6,
  soft_ball: 9.2,
  roller_soft: 14,
  roller_firm: 14,
  massage_stick: 3.4,
  hooked_cane: 3.4,
};
