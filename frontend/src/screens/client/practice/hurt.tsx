import { useEffect, useRef, useState } from 'preact/hooks';
import { lighten, skipItem, soften, stopTechnique } from '../../../domain/changes';
import { FEELINGS, hurtLog, softerWays, stops } from '../../../domain/hurt';
import type { Feeling, HurtLog } from '../../../domain/logs';
import type { PlannedItem } from '../../../domain/planned';
import type { Swap } from '../../../domain/program';
import { currentItem, endEarly, type Walk } from '../../../domain/walk';
import { deviceZone, newLogId, saveLog, unsent, view } from '../../../store';
import { player as words } from '../../../text/player';
import { Banner, Button } from '../../../ui';
import { LearnLink } from '../parts/learn-link';
import type { Live } from './live';
import { StopSigns } from './signs';
import './hurt.css';

export interface HurtSheetProps {
  live: Live;
  /** Back to the player; `keepPause` where nothing had happened and she had paused before. */
  onGoOn: (keepPause: boolean) => void;
}

/** It hurts: first what to do, then what it was. The clock stands; nothing here hurries. */
export function HurtSheet({ live, onGoOn }: HurtSheetProps) {
  const [item] = useState(() => currentItem(live.session.peek().walk));
  const [told, setTold] = useState<HurtLog | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [told]);
  const choose = (feeling: Feeling) => {
    const session = live.session.peek();
    const at = { at_ms: Date.now(), zone: deviceZone() };
    const log = hurtLog(session, { id: newLogId(), feeling, discomfort: null, ...at });
    if (stops(feeling)) live.act(stopTechnique);
    setTold(log);
  };
  return (
    <div class="player hurt">
      <main class="player-main">
        <h1 class="hurt-title" tabIndex={-1} ref={heading}>
          {words.hurt.title(item?.tools ?? [])}
        </h1>
        {told && item ? (
          <Advice live={live} item={item} log={told} onGoOn={() => onGoOn(false)} />
        ) : (
          <Ask onChoose={choose} onMistake={() => onGoOn(true)} />
        )}
      </main>
    </div>
  );
}

function Ask({ onChoose, onMistake }: { onChoose: (feeling: Feeling) => void; onMistake: () => void }) {
  return (
    <>
      <h2>{words.hurt.ask}</h2>
      <div class="hurt-feelings">
        {FEELINGS.map((feeling) => (
          <button class="hurt-feeling" type="button" key={feeling} onClick={() => onChoose(feeling)}>
            <strong>{words.hurt.feeling(feeling).name}</strong>
            <span>{words.hurt.feeling(feeling).like}</span>
          </button>
        ))}
      </div>
      <Button kind="quiet" wide onClick={onMistake}>
        {words.hurt.mistake}
      </Button>
    </>
  );
}

interface AdviceProps {
  live: Live;
  item: PlannedItem;
  log: HurtLog;
  onGoOn: () => void;
}

function Advice({ live, item, log, onGoOn }: AdviceProps) {
  const me = view.value?.me;
  const therapist = me?.therapist_name ?? '';
  const stopped = stops(log.feeling);
  const softer = softerWays(log.feeling, item);
  const go = (change: (walk: Walk) => Walk) => {
    live.act(change);
    onGoOn();
  };
  return (
    <>
      <div class="stack-tight">
        <h2>{stopped ? words.hurt.rest(item.name) : words.hurt.easier}</h2>
        <p>{stopped ? words.hurt.restWhy(therapist) : words.hurt.easierWhy}</p>
      </div>
      <StopSigns signs={item.stop} emergencyNumber={me?.emergency_number ?? ''} />
      <Telling log={log} therapist={therapist} />
      <LearnLink to="stop" />
      <div class="hurt-ways">
        {!stopped && softer.length === 0 && (
          <Button kind="quiet" wide onClick={() => go(lighten)}>
            {words.hurt.lighter}
          </Button>
        )}
        {softer.map((swap) => (
          <Button kind="quiet" wide key={swapName(swap)} onClick={() => go((walk) => soften(walk, swap))}>
            {words.hurt.softer(words.needs(swap.tools, []), swap.level)}
          </Button>
        ))}
        {!stopped && (
          <Button kind="quiet" wide onClick={() => go((walk) => skipItem(walk, 'too_sore'))}>
            {words.hurt.skip}
          </Button>
        )}
        {stopped && !live.over.value && (
          <Button kind="quiet" wide onClick={onGoOn}>
            {words.hurt.goOn}
          </Button>
        )}
        <Button wide onClick={() => go(endEarly)}>
          {words.hurt.end}
        </Button>
      </div>
    </>
  );
}

/** Writes the log at once and says truly where it is: on this phone, on its way, or nowhere. */
function Telling({ log, therapist }: { log: HurtLog; therapist: string }) {
  const [state, setState] = useState<'saving' | 'saved' | 'unsaved'>('saving');
  const save = () => {
    setState('saving');
    saveLog(log).then(
      () => setState('saved'),
      () => setState('unsaved'),
    );
  };
  useEffect(save, [log]);
  if (state === 'unsaved') {
    return (
      <Banner
        tone="urgent"
        action={
          <Button kind="quiet" onClick={save}>
            {words.hurt.again}
          </Button>
        }
      >
        {words.hurt.unsaved}
      </Banner>
    );
  }
  const sent = unsent.value === 0;
  return (
    <p class="hurt-told" role="status">
      {state === 'saved' && (
        <>
          {words.hurt.saved} {sent ? words.hurt.sent(therapist) : words.hurt.notTold(therapist)}
        </>
      )}
    </p>
  );
}

function swapName(swap: Swap): string {
  return `${swap.level}/${swap.tools.join('/')}`;
}
