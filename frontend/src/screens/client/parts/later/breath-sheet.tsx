import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BREATH_S } from '../../../../domain/breath';
import { breathedOut, breathsPerMinute, LISTEN_MS, measuredBreath } from '../../../../domain/calibrate';
import { keepBreath } from '../../../../store/settings';
import { guide } from '../../../../text/guide';
import { Banner, Button } from '../../../../ui';
import './breath-sheet.css';

/** Twenty seconds of her own breath. Leaving it out is as good: the usual breath stays. */
export function BreathSheet({ onDone }: { onDone: () => void }) {
  const [marks, setMarks] = useState<number[]>([]);
  const [now, setNow] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = marks[0];
  const leftMs = first === undefined ? LISTEN_MS : Math.max(0, LISTEN_MS - (now - first));
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (first === undefined || leftMs === 0) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [first, leftMs === 0]);
  const out = () => {
    const at = performance.now();
    setMarks((before) => breathedOut(before, at));
    setNow(at);
  };
  return (
    <div class="breath-sheet">
      <h2 tabIndex={-1} ref={heading}>
        {guide.breath.title}
      </h2>
      {leftMs > 0 ? (
        <Listening marks={marks} leftMs={leftMs} onOut={out} />
      ) : (
        <Found period={measuredBreath(marks)} onAgain={() => setMarks([])} onDone={onDone} />
      )}
      <Button kind="link" onClick={onDone}>
        {guide.breath.skip}
      </Button>
    </div>
  );
}

interface ListeningProps {
  marks: number[];
  leftMs: number;
  onOut: () => void;
}

/** A tap is a breath out, and so is letting go after a press: both are the moment when the finger lifts. */
function Listening({ marks, leftMs, onOut }: ListeningProps) {
  const words = guide.breath;
  return (
    <>
      <p>{words.how}</p>
      <p class="soft small">{words.hold}</p>
      <button class="breath-pad" type="button" onClick={onOut}>
        {words.tap}
      </button>
      <p class="breath-state" role="status">
        {marks.length === 0 ? words.first : words.counted(marks.length)}
      </p>
      <p class="breath-left soft" aria-hidden="true">
        {words.left(Math.ceil(leftMs / 1000))}
      </p>
    </>
  );
}

interface FoundProps {
  period: number | null;
  onAgain: () => void;
  onDone: () => void;
}

function Found({ period, onAgain, onDone }: FoundProps) {
  const [unsaved, setUnsaved] = useState(false);
  const words = guide.breath;
  const keep = (periodS: number) => keepBreath(periodS, Date.now()).then(onDone, () => setUnsaved(true));
  return (
    <div class="breath-found">
      <p class="breath-state" role="status">
        {period === null ? words.tooFew : words.found(breathsPerMinute(period))}
      </p>
      {period !== null && <p class="soft">{words.foundWhy}</p>}
      {unsaved && <Banner tone="warn">{words.unsaved}</Banner>}
      {period !== null && (
        <Button wide onClick={() => void keep(period)}>
          {words.use}
        </Button>
      )}
      <Button kind="quiet" wide onClick={onAgain}>
        {words.again}
      </Button>
      <Button kind="quiet" wide onClick={() => void keep(BREATH_S)}>
        {words.usual}
      </Button>
    </div>
  );
}
