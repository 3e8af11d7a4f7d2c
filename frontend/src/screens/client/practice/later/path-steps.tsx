import type { PlannedItem } from '../../../../domain/planned';
import { type SpotStep, spotStep, spotSteps } from '../../../../domain/spot';
import { currentPhase } from '../../../../domain/walk';
import { useComputed } from '../../../../signals';
import { guide } from '../../../../text/guide';
import type { Live } from '../live';

/** Find, pause, breathe, move: where she is on the way of one spot. The voice and the line above say the same. */
export function PathSteps({ live, item }: { live: Live; item: PlannedItem }) {
  const now = useComputed(() => stepNow(live));
  const side = currentPhase(live.session.peek().walk)?.side;
  const steps = spotSteps(item, side ?? 'both');
  return (
    <p class="stage-path" aria-hidden="true">
      {steps.map((step) => (
        <span key={step} class={step === now.value ? 'stage-path-now' : undefined}>
          {guide.path[step]}
        </span>
      ))}
    </p>
  );
}

function stepNow(live: Live): SpotStep | null {
  const { walk } = live.session.value;
  const phase = currentPhase(walk);
  return phase && spotStep(phase, live.guide(phase), walk.clock.elapsed_ms / 1000);
}
