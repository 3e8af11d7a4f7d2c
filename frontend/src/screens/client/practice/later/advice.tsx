import type { ScreeningWords } from '../../../../content/screening-words';
import { skipItem } from '../../../../domain/changes';
import { lighten, soften } from '../../../../domain/gentler';
import { stops } from '../../../../domain/hurt';
import type { HurtLog } from '../../../../domain/logs';
import type { PlannedItem } from '../../../../domain/planned';
import type { Swap } from '../../../../domain/program';
import { softerWays } from '../../../../domain/softer-ways';
import { endEarly, type Walk } from '../../../../domain/walk';
import { unsent, view } from '../../../../store';
import { mayStill } from '../../../../store/dose';
import { guide } from '../../../../text/guide';
import { player as words } from '../../../../text/player';
import { Banner, Button } from '../../../../ui';
import { StopSigns } from '../../parts/later/signs';
import { LearnLink } from '../../parts/learn-link';
import type { Live } from '../live';

/** Where the word of a pain is. */
export type Kept = 'saving' | 'saved' | 'unsaved';

export interface AdviceProps {
  said: ScreeningWords;
  live: Live;
  item: PlannedItem;
  log: HurtLog;
  kept: Kept;
  onKeep: () => void;
  onGoOn: () => void;
  /** Where a number led here, it may have been a slip. */
  onSlip: (() => void) | undefined;
}

/** What to do after a pain: what rests, what to watch for, and how it may go on. */
export function Advice({ said, live, item, log, kept, onKeep, onGoOn, onSlip }: AdviceProps) {
  const me = view.value?.me;
  const therapist = me?.therapist_name ?? '';
  const stopped = stops(log.feeling, log.discomfort);
  const may = mayStill();
  // What was frozen with the program may have been refused since.
  const swaps = item.swaps.filter(({ level, tool, dose }) =>
    may({ ...item, level, tool, dose: { both: dose } }),
  );
  const softer = softerWays(log.feeling, { ...item, swaps }, log.discomfort);
  const go = (change: (walk: Walk) => Walk) => {
    live.act(change);
    onGoOn();
  };
  return (
    <>
      <div class="stack-tight">
        <h2>{stopped ? guide.hurt.rest(item.name) : guide.hurt.easier}</h2>
        <p>{stopped ? guide.hurt.restWhy(therapist) : guide.hurt.easierWhy}</p>
      </div>
      <StopSigns signs={item.stop} emergencyNumber={me?.emergency_number ?? ''} said={said} source={log.id} />
      <Telling kept={kept} onKeep={onKeep} therapist={therapist} />
      <LearnLink to="stop" />
      <div class="hurt-ways">
        {!stopped && softer.length === 0 && (
          <Button kind="quiet" wide onClick={() => go(lighten)}>
            {guide.hurt.lighter}
          </Button>
        )}
        {softer.map((swap) => (
          <Button kind="quiet" wide key={swapName(swap)} onClick={() => go((walk) => soften(walk, swap))}>
            {guide.hurt.softer(words.needs(swap.tools, []), swap.level)}
          </Button>
        ))}
        {!stopped && (
          <Button kind="quiet" wide onClick={() => go((walk) => skipItem(walk, 'too_sore'))}>
            {guide.hurt.skip}
          </Button>
        )}
        {stopped && !live.over.value && (
          <Button kind="quiet" wide onClick={onGoOn}>
            {guide.hurt.goOn}
          </Button>
        )}
        <Button wide onClick={() => go(endEarly)}>
          {words.hurt.end}
        </Button>
        {onSlip && (
          <Button kind="link" onClick={onSlip}>
            {guide.tooMuch.slip}
          </Button>
        )}
      </div>
    </>
  );
}

/** Says truly where the word is: on this phone, on its way, or nowhere. */
function Telling({ kept, onKeep, therapist }: { kept: Kept; onKeep: () => void; therapist: string }) {
  if (kept === 'unsaved') {
    return (
      <Banner
        tone="urgent"
        action={
          <Button kind="quiet" onClick={onKeep}>
            {guide.hurt.again}
          </Button>
        }
      >
        {guide.hurt.unsaved}
      </Banner>
    );
  }
  const sent = unsent.value === 0;
  return (
    <p class="hurt-told" role="status">
      {kept === 'saved' && (
        <>
          {guide.hurt.saved} {sent ? guide.hurt.sent(therapist) : guide.hurt.notTold(therapist)}
        </>
      )}
    </p>
  );
}

function swapName(swap: Swap): string {
  return `${swap.level}/${swap.tools.join('/')}`;
}
