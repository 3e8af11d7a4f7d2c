/** A moment of a picture. */
export interface Moment {
  /** 0 first keyframe, 1 last one. */
  phase: number;
  /** 0 breathed out, 1 breathed in. */
  breath: number;
}

export const STILL: Moment = { phase: 0, breath: 0 };

/** What moves, and whether it does now. `still` keeps the first keyframe. */
export interface Motion {
  kind: 'still' | 'roll' | 'breath' | 'move';
  /** Seconds for there and back, or for one whole breath. */
  periodS: number;
  running: boolean;
}

/** Where a picture is after so many seconds: it leaves its first keyframe and comes back softly. */
export function momentAt(kind: Motion['kind'], periodS: number, seconds: number): Moment {
  if (kind === 'still' || !(periodS > 0)) return STILL;
  const swing = (1 - Math.cos((2 * Math.PI * seconds) / periodS)) / 2;
  return kind === 'breath' ? { phase: 0, breath: swing } : { phase: swing, breath: 0 };
}
