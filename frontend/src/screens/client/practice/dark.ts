import { useEffect, useState } from 'preact/hooks';
import type { Phase } from '../../../domain/phases';
import { currentPhase } from '../../../domain/walk';
import { settings } from '../../../store/settings';
import type { Live } from './live';

export interface Dark {
  on: boolean;
  darken: () => void;
  light: () => void;
}

/** The nearly black screen: by a tap, or by itself while there is nothing to look at. A tap anywhere brings it back. */
export function useDark(live: Live): Dark {
  const [on, setOn] = useState(false);
  const { eyesClosed } = settings.value;
  const step = live.step.value;
  useEffect(() => {
    const phase = currentPhase(live.session.peek().walk);
    if (eyesClosed && phase) setOn(needsNoLook(phase));
  }, [step, eyesClosed]);
  return { on, darken: () => setOn(true), light: () => setOn(false) };
}

/** Only a new technique has to be looked at: its picture, its steps, its first spot. */
function needsNoLook(phase: Phase): boolean {
  return phase.kind !== 'setup' && !(phase.kind === 'find' && phase.spot <= 1);
}
