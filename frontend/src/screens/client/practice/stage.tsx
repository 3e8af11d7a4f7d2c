import { goodUpTo } from '../../../domain/discomfort';
import type { Phase } from '../../../domain/phases';
import type { PlannedItem } from '../../../domain/planned';
import type { Side } from '../../../domain/program';
import { player as words } from '../../../text/player';
import { Button, Icon } from '../../../ui';
import { Later } from '../parts/later-part';
import type { Live } from './live';
import { pathSteps, tender } from './pieces';
import { doNow } from './told';
import './stage.css';

interface StageProps {
  live: Live;
  item: PlannedItem;
  phase: Phase;
  therapist: string;
  onFound: () => void;
  /** A number that is too much, or a stop. */
  onStrong: (strong: Strong) => void;
}

/** A number told in a hold that asks for more than a sentence. */
export interface Strong {
  score: number;
  /** Takes it back, where it was a slip. */
  forget: () => void;
}

/** What to do now: one line, one cue or one thing to touch, and below it how it is done. */
export function Stage({ live, item, phase, therapist, onFound, onStrong }: StageProps) {
  const settingUp = showsSteps(item, phase);
  const cue = <p class="stage-cue">{cueFor(item, phase)}</p>;
  const finding = phase.kind === 'find' && !words.play.calm(item.style);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and not everybody scrolls with a finger
    <div class="stage" tabIndex={0}>
      <p class="stage-do">{doNow(item, phase)}</p>
      {phase.kind === 'setup' ? (
        <Steps item={item} />
      ) : (
        <Later part={pathSteps} props={{ live, item }} meanwhile={<p class="stage-path" />} />
      )}
      <div class="stage-slot">
        {finding && (
          <button class="stage-found" type="button" onClick={onFound}>
            {words.play.found}
          </button>
        )}
        {!finding && (
          <Later part={tender} props={{ live, item, phase, onStrong, children: cue }} meanwhile={cue} />
        )}
      </div>
      {phase.kind === 'find' && settingUp && <Steps item={item} />}
      <Care item={item} therapist={therapist} />
      {!settingUp && <More item={item} side={phase.side} />}
    </div>
  );
}

function cueFor(item: PlannedItem, phase: Phase): string {
  const { cue } = words.play;
  const most = goodUpTo(item.ceiling);
  if (phase.kind === 'hold') return cue.hold(item.style, most);
  if (phase.kind === 'find') return cue.findCalm;
  return phase.kind === 'roll' ? cue.roll(most) : cue[phase.kind];
}

/** The set-up and the first spot: nobody can read six steps in twelve seconds. */
export function showsSteps(item: PlannedItem, phase: Phase): boolean {
  if (phase.kind === 'setup') return true;
  return phase.kind === 'find' && phase.spot <= 1 && phase.side === item.sides[0]?.side;
}

/** Where not to press, and what the therapist adds. */
function Care({ item, therapist }: { item: PlannedItem; therapist: string }) {
  return (
    <>
      {item.near.length > 0 && (
        <ul class="stage-near">
          {item.near.map((near) => (
            <li key={near.id}>
              <Icon name="warning" size={1.25} />
              <span>{near.say}</span>
            </li>
          ))}
        </ul>
      )}
      {item.note && (
        <p class="stage-note">
          <span class="soft">{words.play.note(therapist)}: </span>
          {item.note}
        </p>
      )}
    </>
  );
}

function More({ item, side }: { item: PlannedItem; side: Side }) {
  return (
    <details class="stage-more">
      <summary>{words.play.steps}</summary>
      <Steps item={item} />
      {item.feel !== '' && (
        <p>
          <span class="soft">{words.play.feel}: </span>
          {item.feel}
        </p>
      )}
      <Button kind="link" href={`/ask?technique=${item.technique_id}&side=${side}`}>
        {words.play.ask}
      </Button>
    </details>
  );
}

function Steps({ item }: { item: PlannedItem }) {
  return (
    <ol class="stage-steps">
      {item.steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
