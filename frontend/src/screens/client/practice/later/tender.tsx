import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { askedAt, holdId, markHold, unmarkHold } from '../../../../domain/asks';
import { answerTo, goodUpTo } from '../../../../domain/discomfort';
import type { Moment } from '../../../../domain/marks';
import type { Phase } from '../../../../domain/phases';
import type { PlannedItem } from '../../../../domain/planned';
import { currentPhase } from '../../../../domain/walk';
import { useComputed, useSignal } from '../../../../signals';
import { guide } from '../../../../text/guide';
import type { Live } from '../live';
import type { Strong } from '../stage';
import './tender.css';

export { PathSteps } from './path-steps';

/** A drag has come to rest: what it points at is meant. */
const REST_MS = 900;
/** Time to read the answer; then the usual cue is back. */
const READ_MS = 5000;
const MOST = 10;
/** Keys that choose, 0 too, which is where the slider stands before it is touched. */
const STEPPING = /^(Arrow|Home|End|Enter)/;

interface TenderProps {
  live: Live;
  item: PlannedItem;
  phase: Phase;
  onStrong: (strong: Strong) => void;
  /** What stands here while nothing is asked. */
  children: VNode;
}

/** Asks how tender the spot is: one drag, or nothing. The time goes on, and the question goes by itself. */
export function Tender({ live, item, phase, onStrong, children }: TenderProps) {
  const id = holdId(phase);
  const answered = useSignal<{ words: string; moment: Moment } | null>(null);
  const asked = useComputed(() => {
    const { walk } = live.session.value;
    const now = currentPhase(walk);
    if (!now) return null;
    const marks = walk.marks?.[holdId(now)] ?? {};
    const moment = askedAt(now, item.style, walk.clock.elapsed_ms / 1000, marks);
    return moment !== null && marks[moment] === undefined ? moment : null;
  });
  useEffect(() => {
    if (answered.value === null) return;
    const timer = setTimeout(() => {
      answered.value = null;
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [answered.value]);
  const moment = asked.value;
  const tell = (score: number) => {
    if (moment === null) return;
    live.act((walk) => markHold(walk, id, moment, score));
    const answer = answerTo(score, item.ceiling);
    if (answer === 'over' || answer === 'stop') {
      onStrong({ score, forget: () => live.act((walk) => unmarkHold(walk, id, moment)) });
    } else answered.value = { words: guide.answer(answer), moment };
  };
  if (answered.value) {
    return (
      <p class="stage-cue stage-answer" role="status">
        {answered.value.words}
      </p>
    );
  }
  return moment ? (
    <Drag key={moment} label={guide.asked(moment, goodUpTo(item.ceiling))} onTell={tell} />
  ) : (
    children
  );
}

/** One drag along ten steps. Nothing is chosen before the first touch; a keyboard steps with the arrows. */
function Drag({ label, onTell }: { label: string; onTell: (score: number) => void }) {
  const score = useSignal<number | null>(null);
  useEffect(() => {
    const { value } = score;
    if (value === null) return;
    const timer = setTimeout(() => onTell(value), REST_MS);
    return () => clearTimeout(timer);
  }, [score.value]);
  const point = (event: { currentTarget: HTMLInputElement }) => {
    score.value = Number(event.currentTarget.value);
  };
  const said = score.value === null ? '' : String(score.value);
  return (
    <label class="tender">
      <span class="tender-ask">
        <span>{label}</span>
        <strong aria-hidden="true">{said}</strong>
      </span>
      <input
        class="tender-drag"
        type="range"
        min={0}
        max={MOST}
        step={1}
        value={score.value ?? 0}
        data-said={score.value !== null}
        aria-valuetext={score.value === null ? '–' : guide.scored(score.value)}
        onInput={point}
        onClick={point}
        onKeyUp={(event) => STEPPING.test(event.key) && point(event)}
      />
      <span class="tender-ends" aria-hidden="true">
        <span>{guide.low}</span>
        <span>{guide.high}</span>
      </span>
    </label>
  );
}
