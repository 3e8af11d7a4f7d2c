import { useRef } from 'preact/hooks';
import { player as words } from '../../../text/player';
import type { Live } from './live';
import { announced } from './told';

/** Says each change once: the phase, its side and its length; and that the time stands still, or goes on. */
export function Announcer({ live }: { live: Live }) {
  const step = live.step.value;
  const paused = live.mode.value === 'paused';
  const interrupted = useRef('');
  if (paused) interrupted.current = step;
  const goesOn = interrupted.current === step;
  return (
    <p class="only-heard" aria-live="polite">
      {paused ? words.play.paused : goesOn ? words.play.comingBack : announced(live.session.peek().walk)}
    </p>
  );
}
