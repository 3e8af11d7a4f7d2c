/** Everything that a picture needs beside its place on the page: one lazily loaded part. */

import { draw, workedSide } from './draw';
import { isClose } from './format';
import type { Moment } from './motion';
import { poseOf } from './poses';
import type { Stroke } from './strokes';

export interface Drawing {
  /** The picture was written for this side of the body; the other side is its mirror. */
  shows: 'left' | 'right' | 'both';
  at: (moment: Moment) => readonly Stroke[];
}

export function drawingOf(technique: string, level: number): Drawing | undefined {
  const pose = poseOf(technique, level);
  if (!pose) return undefined;
  const shows = isClose(pose) ? (pose.shows ?? 'both') : workedSide(pose);
  return { shows, at: (moment) => draw(pose, moment) };
}
