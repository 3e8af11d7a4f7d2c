import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { stopTechnique } from '../../../domain/changes';
import { voidLog } from '../../../domain/client-logs';
import { isStop } from '../../../domain/discomfort';
import { FEELINGS, hurtLog, stops } from '../../../domain/hurt';
import type { Feeling, HurtLog } from '../../../domain/logs';
import { currentItem, endEarly } from '../../../domain/walk';
import { deviceZone, newLogId, saveLog } from '../../../store';
import { player as words } from '../../../text/player';
import { Button } from '../../../ui';
import { Later } from '../parts/later-part';
import type { Kept } from './later/advice';
import type { Live } from './live';
import { advice } from './pieces';
import type { Strong } from './stage';
import './hurt.css';

export interface HurtSheetProps {
  live: Live;
  /** A number in a hold led here: 8 or more asks what it was, 6 or 7 is just too much. */
  strong: Strong | null;
  /** Back to the player; `keepPause` where nothing had happened and she had paused before. */
  onGoOn: (keepPause: boolean) => void;
}

/** It hurts: first what to do, then what it was. The clock stands; nothing here hurries. */
export function HurtSheet({ live, strong, onGoOn }: HurtSheetProps) {
  const [item] = useState(() => currentItem(live.session.peek().walk));
  const tooMuch = strong !== null && !isStop(strong.score);
  const [told, setTold] = useState(() => (tooMuch ? hurtNow(live, 'too_much', strong) : null));
  const [kept, keep] = useKeeping(told);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [told]);
  const choose = (feeling: Feeling) => {
    const log = hurtNow(live, feeling, strong);
    if (stops(feeling, strong?.score)) live.act(stopTechnique);
    setTold(log);
  };
  // What was told by a slip of the finger is taken back; the log itself stays as it was written.
  const slip = async () => {
    if (told) await saveLog(voidLog(told.id, newLogId(), Date.now(), deviceZone()));
    strong?.forget();
    onGoOn(true);
  };
  const end = () => {
    live.act(endEarly);
    onGoOn(false);
  };
  return (
    <div class="player hurt">
      <main class="player-main">
        <h1 class="hurt-title" tabIndex={-1} ref={heading}>
          {tooMuch ? words.hurt.tooMuch : words.hurt.title(item?.tools ?? [])}
        </h1>
        {told && item ? (
          <Later
            part={advice}
            props={{
              live,
              item,
              log: told,
              kept,
              onKeep: keep,
              onGoOn: () => onGoOn(false),
              onSlip: tooMuch ? () => void slip().catch(keep) : undefined,
            }}
            meanwhile={
              <Button wide onClick={end}>
                {words.hurt.end}
              </Button>
            }
          />
        ) : (
          <Ask onChoose={choose} onMistake={() => void slip()} />
        )}
      </main>
    </div>
  );
}

/** Writes the log at once; what could not be written can be tried again. */
function useKeeping(log: HurtLog | null): [Kept, () => void] {
  const [kept, setKept] = useState<Kept>('saving');
  const keep = () => {
    if (!log) return;
    setKept('saving');
    saveLog(log).then(
      () => setKept('saved'),
      () => setKept('unsaved'),
    );
  };
  useEffect(keep, [log]);
  return [kept, keep];
}

function hurtNow(live: Live, feeling: Feeling, strong: Strong | null): HurtLog | null {
  const now = { at_ms: Date.now(), zone: deviceZone() };
  const discomfort = strong?.score ?? null;
  return hurtLog(live.session.peek(), { id: newLogId(), feeling, discomfort, ...now });
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
