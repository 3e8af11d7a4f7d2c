import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { skipItem } from '../../../domain/changes';
import type { LiveSession } from '../../../domain/session';
import { back, currentItem, currentPhase, endEarly, next, pause, place, resume } from '../../../domain/walk';
import { view } from '../../../store';
import { player as words } from '../../../text/player';
import { Banner, Button } from '../../../ui';
import { Announcer } from './announcer';
import { Controls } from './controls';
import { HurtSheet } from './hurt';
import { useKeys } from './keys';
import { Live } from './live';
import { buzz, useWakeLock } from './phone';
import { Ring } from './ring';
import { SkippedWhy } from './skipped';
import { Stage } from './stage';
import './player.css';

/** A session being practised: one thing to do, the time left, and "This hurts" at every second. */
export function Player({ session }: { session: LiveSession }) {
  const [live] = useState(() => new Live(session));
  const [hurting, setHurting] = useState(false);
  const [dim, setDim] = useState(false);
  const wasPaused = useRef(false);
  useRunning(live, hurting);
  const hurts = () => {
    wasPaused.current = live.mode.peek() === 'paused';
    live.act(pause);
    setDim(false);
    setHurting(true);
  };
  const goOn = (keepPause: boolean) => {
    setHurting(false);
    if (!keepPause || !wasPaused.current) live.act(resume);
  };
  const actions = {
    toggle: () => live.act(live.mode.peek() === 'paused' ? resume : pause),
    back: () => live.act(back),
    next: () => live.act(next),
    hurts,
  };
  useKeys(actions, !hurting && !live.over.value);
  if (hurting) return <HurtSheet live={live} onGoOn={goOn} />;
  return (
    <div class={dim ? 'player player-dim' : 'player'}>
      <Body live={live} onDim={() => setDim(true)} />
      {dim && (
        <button
          class="player-cover"
          type="button"
          aria-label={words.play.light}
          onClick={() => setDim(false)}
        />
      )}
      <div class="player-foot">
        <Controls
          paused={live.mode.value === 'paused'}
          onBack={actions.back}
          onToggle={actions.toggle}
          onNext={actions.next}
          onHurts={hurts}
        />
      </div>
      <Announcer live={live} />
    </div>
  );
}

function Body({ live, onDim }: { live: Live; onDim: () => void }) {
  void live.step.value;
  const paused = live.mode.value === 'paused';
  const { walk } = live.session.peek();
  const item = currentItem(walk);
  const phase = currentPhase(walk);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => scrollTo(0, 0), [item?.key]);
  if (!item || !phase) return <main class="player-main" aria-busy="true" />;
  const at = place(walk);
  const therapist = view.value?.me.therapist_name ?? '';
  return (
    <main class={`player-main player-${phase.kind}`}>
      <div class="player-top">
        <p>{words.play.of(at.number, at.of)}</p>
        <div class="player-tools">
          {paused ? (
            <Button kind="link" onClick={() => live.act(endEarly)}>
              {words.play.end}
            </Button>
          ) : (
            <Button kind="link" onClick={onDim}>
              {words.play.dim}
            </Button>
          )}
          <Button kind="link" onClick={() => live.act((now) => skipItem(now, null))}>
            {words.play.skip}
          </Button>
        </div>
      </div>
      <h1 class="player-name" tabIndex={-1} ref={heading}>
        {item.name}
      </h1>
      <p class="player-where">
        <strong>{words.side(phase.side)}</strong>
        <span>{words.needs(item.tools, item.props)}</span>
      </p>
      <Ring live={live} />
      <Stage item={item} phase={phase} therapist={therapist} />
      {phase.kind === 'setup' && <SkippedWhy live={live} />}
      {live.unkept.value && <Banner tone="warn">{words.play.unsaved}</Banner>}
      <p class="only-heard">{words.play.keys}</p>
    </main>
  );
}

/** Time runs while this is on screen; the end leads to the page after it. */
function useRunning(live: Live, hurting: boolean): void {
  const { route } = useLocation();
  const over = live.over.value;
  const step = live.step.value;
  const first = useRef(true);
  useWakeLock();
  useEffect(() => {
    void live.keep();
    return live.run();
  }, [live]);
  useEffect(() => {
    if (!first.current) buzz(over ? [120, 80, 120] : 120);
    first.current = false;
  }, [step]);
  useEffect(() => {
    if (over && !hurting) void live.finish().then(() => route('/after', true));
  }, [over, hurting]);
}
