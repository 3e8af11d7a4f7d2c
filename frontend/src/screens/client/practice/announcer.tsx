import { currentItem, currentPhase } from '../../../domain/walk';
import { player as words } from '../../../text/player';
import type { Live } from './live';
import { doNow } from './stage';

/** Says each change once: the phase, its side and its length; and that the time stands still. */
export function Announcer({ live }: { live: Live }) {
  void live.step.value;
  const paused = live.mode.value === 'paused';
  const { walk } = live.session.peek();
  const item = currentItem(walk);
  const phase = currentPhase(walk);
  const said = item && phase ? sentence(item, phase) : '';
  return (
    <p class="only-heard" aria-live="polite">
      {paused ? words.play.paused : said}
    </p>
  );
}

function sentence(
  item: NonNullable<ReturnType<typeof currentItem>>,
  phase: NonNullable<ReturnType<typeof currentPhase>>,
): string {
  const name = phase.kind === 'setup' ? item.name : '';
  const parts = [name, words.side(phase.side), doNow(item, phase), words.play.secondsLong(phase.seconds)];
  return `${parts.filter(Boolean).join('. ')}.`;
}
