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
      <Breath live={live} />
      <svg class="ring-drawing" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
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

/** Grows with each breath in and sinks with each breath out. It moves by itself: a slow phone does nothing for it. */
function Breath({ live }: { live: Live }) {
  const running = live.mode.value === 'running';
  const step = live.step.value;
  const { walk } = live.session.peek();
  const phase = currentPhase(walk);
  const guide = phase && live.guide(phase);
  const rhythm = guide && {
    animationDuration: `${guide.period_s}s`,
    animationDelay: `${-walk.clock.elapsed_ms / 1000}s`,
    animationPlayState: running ? 'running' : 'paused',
  };
  // A new one for each stretch of time, so that it begins where the breath is.
  return <div class="ring-breath" key={`${step}/${running}`} style={rhythm ?? {}} aria-hidden="true" />;
}

function breathWord(live: Live): string {
  const breath = live.breath.value;
  return breath ? words.play.breath[breath] : '';
}
