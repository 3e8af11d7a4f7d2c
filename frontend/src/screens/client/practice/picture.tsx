import type { Phase } from '../../../domain/phases';
import type { PlannedItem } from '../../../domain/planned';
import { type Motion, Pictogram } from '../../../pictograms';
import type { Live } from './live';

/** There and back: two strokes of three seconds, as the words beside it say. */
const ROLL_S = 6;
const MOVE_S = 4;

/** How the technique is done now, on this side, moving with the hold while the time runs. */
export function Picture({ live, item, phase }: { live: Live; item: PlannedItem; phase: Phase }) {
  const running = live.mode.value === 'running';
  return (
    <Pictogram
      technique={item.technique_id}
      level={item.level === 1 || item.level === 2 ? item.level : 3}
      side={phase.side}
      photo={item.photo}
      label={item.photo?.alt}
      motion={{ ...motionOf(live, phase), running }}
    />
  );
}

function motionOf(live: Live, phase: Phase): Omit<Motion, 'running'> {
  const breath = live.guide(phase);
  if (breath) return { kind: 'breath', periodS: breath.period_s };
  if (phase.kind === 'roll') return { kind: 'roll', periodS: ROLL_S };
  if (phase.kind === 'move') return { kind: 'move', periodS: MOVE_S };
  return { kind: 'still', periodS: MOVE_S };
}
