import { presses } from './asks';
import type { BreathGuide } from './breath';
import type { Phase } from './phases';
import type { PlannedItem } from './planned';
import type { Side } from './program';

/** The way of one tender spot: find it, hold still, breathe, then move a little under the pressure. */
export type SpotStep = 'find' | 'pause' | 'breathe' | 'move';

/** The steps that a side of an item has; none where no spot is pressed. */
export function spotSteps(item: Pick<PlannedItem, 'style' | 'dose'>, side: Side): SpotStep[] {
  const dose = item.dose[side];
  if (!presses(item.style) || !dose || dose.spots === 0) return [];
  const steps: SpotStep[] = ['find', 'pause', 'breathe'];
  return dose.move_s > 0 ? [...steps, 'move'] : steps;
}

/** Where somebody is on that way. The first breath of a hold is the pause: only staying, nothing to do. */
export function spotStep(phase: Phase, guide: BreathGuide | null, elapsedS: number): SpotStep | null {
  if (phase.kind === 'hold') return guide && elapsedS < guide.period_s ? 'pause' : 'breathe';
  return phase.kind === 'find' || phase.kind === 'move' ? phase.kind : null;
}
