import { isClose, type Level, type Pose } from '../format';
import { POSES, poseOf } from '../poses';
import { lintBody } from './body';
import { lintClose } from './close';
import type { LevelRecord, TechniqueRecord, Told } from './record';

export type { TechniqueRecord } from './record';
export type { Told };

export function lintPose(pose: Pose, told: Told): string[] {
  return isClose(pose) ? lintClose(pose, told) : lintBody(pose, told);
}

/** Everything that is wrong with the pictures of a technique. A level that still lacks its own is not judged. */
export function lintTechnique({ regions, levels }: TechniqueRecord, id: string): string[] {
  const owed = levelsToDraw(levels);
  return levels.flatMap((told, index) => {
    const level = (index + 1) as Level;
    const pose = owed.includes(level) ? POSES[id]?.[level] : poseOf(id, level);
    return pose ? lintPose(pose, { ...told, regions }).map((fault) => `level ${level}: ${fault}`) : [];
  });
}

/** The levels of a technique that have to have a pose of their own: the first, and each that is done otherwise. */
export function levelsToDraw(levels: readonly LevelRecord[]): Level[] {
  const how = ({ pos, tools, style, load }: LevelRecord) => JSON.stringify([pos, tools, style, load]);
  return levels.flatMap((level, index) => {
    const below = levels[index - 1];
    return below && how(below) === how(level) ? [] : [(index + 1) as Level];
  });
}
