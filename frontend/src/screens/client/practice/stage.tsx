import type { Phase } from '../../../domain/phases';
import type { PlannedItem } from '../../../domain/planned';
import { player as words } from '../../../text/player';
import { Icon } from '../../../ui';

/** What to do now: the steps while setting up, one cue while holding. */
export function Stage({ item, phase, therapist }: { item: PlannedItem; phase: Phase; therapist: string }) {
  const settingUp = showsSteps(item, phase);
  return (
    <div class="stage">
      <p class="stage-do">{doNow(item, phase)}</p>
      <p class="stage-cue">{cueFor(item, phase)}</p>
      {settingUp && <Steps item={item} />}
      <Care item={item} therapist={therapist} />
      {!settingUp && <More item={item} />}
    </div>
  );
}

/** The one line that says what happens now, for eyes and for the screen reader alike. */
export function doNow(item: PlannedItem, phase: Phase): string {
  const { play } = words;
  const calm = play.calm(item.style);
  if (phase.kind === 'find' && calm) return play.settle;
  if (phase.kind === 'find' && phase.spot > 1) return play.findNext;
  if (phase.kind === 'roll' && item.style === 'skin_glide') return play.glide;
  if (phase.kind !== 'hold') return play.phase[phase.kind];
  const spot = calm ? '' : play.spot(phase.spot, phase.spots);
  return [calm ? play.rest : play.phase.hold, spot].filter(Boolean).join(' · ');
}

function cueFor(item: PlannedItem, phase: Phase): string {
  const { cue, calm } = words.play;
  if (phase.kind === 'hold') return cue.hold(item.style);
  if (phase.kind === 'find') return calm(item.style) ? cue.findCalm : cue.find;
  return cue[phase.kind];
}

/** The set-up and the first spot: nobody can read six steps in twelve seconds. */
function showsSteps(item: PlannedItem, phase: Phase): boolean {
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

function More({ item }: { item: PlannedItem }) {
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
