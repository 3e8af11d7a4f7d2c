import { currentPhase } from '../../../domain/walk';
import { player as words } from '../../../text/player';
import type { Live } from './live';
import './ring.css';

/** The time left, large; round it how far the phase is; inside a disc that breathes. */
export function Ring({ live }: { live: Live }) {
  const mode = live.mode.value;
  const left = live.left.value;
  void live.step.value;
  const phase = currentPhase(live.session.peek().walk);
  const seconds = phase?.seconds ?? 1;
  const counting = mode === 'counting';
  const word = counting ? words.play.comingBack : mode === 'paused' ? words.play.paused : breathWord(live);
  const shown = counting ? String(live.countIn.value) : words.clock(left);
  return (
    <div class={`ring ring-${phase?.dose ? 'dose' : 'setup'}`} data-mode={mode}>
      <svg class="ring-drawing" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
        <circle class="ring-breath" cx="60" cy="60" r="46" style={{ '--fill': live.fill.value }} />
        <circle class="ring-track" cx="60" cy="60" r="55" />
        <circle
          class="ring-done"
          cx="60"
          cy="60"
          r="55"
          pathLength={1}
          style={{ strokeDashoffset: left / seconds }}
        />
      </svg>
      <div class="ring-words">
        <p class={shown.length > 2 ? 'ring-time ring-time-long' : 'ring-time'} role="timer">
          {shown}
          <span class="only-heard"> {words.play.seconds}</span>
        </p>
        <p class="ring-word" aria-hidden={word === '' ? true : undefined}>
          {word}
        </p>
      </div>
    </div>
  );
}

function breathWord(live: Live): string {
  const breath = live.breath.value;
  return breath ? words.play.breath[breath] : '';
}
