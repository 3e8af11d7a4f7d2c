import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { leaveOut, skipItem } from '../../../domain/changes';
import type { LiveSession } from '../../../domain/session';
import { back, currentItem, currentPhase, endEarly, next, pause, place, resume } from '../../../domain/walk';
import { view } from '../../../store';
import { mayStill } from '../../../store/dose';
import { safety } from '../../../store/screening';
import { breathS } from '../../../store/settings';
import { player as words } from '../../../text/player';
import { Banner, Button } from '../../../ui';
import { Later } from '../parts/later-part';
import { Announcer } from './announcer';
import { Controls } from './controls';
import { useDark } from './dark';
import { useLead } from './eyes-closed';
import { HurtSheet } from './hurt';
import { useKeys } from './keys';
import { Live } from './live';
import { useWakeLock } from './phone';
import { Picture } from './picture';
import { settings, skippedWhy } from './pieces';
import { Ring } from './ring';
import { Stage, type Strong } from './stage';
import './player.css';

/** What took the place of the running session: a stop, with the number that led to it if one did. */
type Stop = { strong: Strong | null; wasPaused: boolean };

/** A session being practised: one thing to do, the time left, and "This hurts" at every second. */
export function Player({ session }: { session: LiveSession }) {
  const [live] = useState(() => new Live(session, breathS.peek()));
  const [stop, setStop] = useState<Stop | null>(null);
  const [setting, setSetting] = useState(false);
  const dark = useDark(live);
  const hurts = (strong: Strong | null = null) => {
    const wasPaused = live.mode.peek() === 'paused';
    live.act(pause);
    dark.light();
    setSetting(false);
    setStop({ strong, wasPaused });
  };
  const goOn = (keepPause: boolean) => {
    setStop(null);
    if (!keepPause || !stop?.wasPaused) live.act(resume);
  };
  const actions = {
    toggle: () => live.act(live.mode.peek() === 'paused' ? resume : pause),
    back: () => live.act(back),
    next: () => live.act(next),
    hurts: () => hurts(),
  };
  useRunning(live, stop !== null);
  // A flag that comes meanwhile, from the practice or another phone, holds at once.
  useEffect(() => {
    const may = mayStill();
    if (!live.session.peek().walk.items.every(may)) live.act((walk) => leaveOut(walk, may));
  }, [safety.value]);
  useLead(live, actions);
  useKeys(actions, stop === null && !live.over.value);
  if (stop) return <HurtSheet live={live} strong={stop.strong} onGoOn={goOn} />;
  return (
    <div class={dark.on ? 'player player-dim' : 'player'}>
      {setting ? (
        <main class="player-main">
          <Later part={settings} props={{ onDone: () => setSetting(false) }} meanwhile={null} />
        </main>
      ) : (
        <Body live={live} onDim={dark.darken} onSetting={() => setSetting(true)} onStrong={hurts} />
      )}
      {dark.on && (
        <button class="player-cover" type="button" onClick={dark.light}>
          {words.play.light}
        </button>
      )}
      <div class="player-foot">
        <Controls
          paused={live.mode.value === 'paused'}
          onBack={actions.back}
          onToggle={actions.toggle}
          onNext={actions.next}
          onHurts={actions.hurts}
        />
      </div>
      <Announcer live={live} />
    </div>
  );
}

interface BodyProps {
  live: Live;
  onDim: () => void;
  onSetting: () => void;
  onStrong: (strong: Strong) => void;
}

function Body({ live, onDim, onSetting, onStrong }: BodyProps) {
  void live.step.value;
  const { walk } = live.session.peek();
  const item = currentItem(walk);
  const phase = currentPhase(walk);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => scrollTo(0, 0), [item?.key]);
  if (!item || !phase) return <main class="player-main" aria-busy="true" />;
  const therapist = view.value?.me.therapist_name ?? '';
  const turned = phase.kind === 'turn';
  return (
    <main class={`player-main player-${phase.kind}`}>
      <Top live={live} onDim={onDim} onSetting={onSetting} />
      <h1 class="player-name" tabIndex={-1} ref={heading}>
        {item.name}
      </h1>
      <p class="player-where">
        <strong>{turned ? words.play.nowSide(phase.side) : words.side(phase.side)}</strong>
        <span>{words.needs(item.tools, item.props)}</span>
      </p>
      <div class="player-show">
        <div class="player-picture">
          <Picture live={live} item={item} phase={phase} />
        </div>
        <Ring live={live} />
      </div>
      <Stage
        key={phase.kind}
        live={live}
        item={item}
        phase={phase}
        therapist={therapist}
        onFound={() => live.act(next)}
        onStrong={onStrong}
      />
      {phase.kind === 'setup' && <Later part={skippedWhy} props={{ live }} meanwhile={null} />}
      {live.unkept.value && <Banner tone="warn">{words.play.unsaved}</Banner>}
      <p class="only-heard">{words.play.keys}</p>
    </main>
  );
}

/** Which one of how many, and what is seldom needed. */
function Top({ live, onDim, onSetting }: Pick<BodyProps, 'live' | 'onDim' | 'onSetting'>) {
  const paused = live.mode.value === 'paused';
  const at = place(live.session.peek().walk);
  return (
    <div class="player-top">
      <p>{words.play.of(at.number, at.of)}</p>
      <div class="player-tools">
        {paused ? (
          <Button kind="link" onClick={() => live.act(endEarly)}>
            {words.play.end}
          </Button>
        ) : (
          <Button kind="link" label={words.play.dim} onClick={onDim}>
            {words.play.dark}
          </Button>
        )}
        <Button kind="link" label={words.play.soundAndScreen} onClick={onSetting}>
          {words.play.sound}
        </Button>
        <Button kind="link" onClick={() => live.act((now) => skipItem(now, null))}>
          {words.play.skip}
        </Button>
      </div>
    </div>
  );
}

/** Time runs while this is on screen; the end leads to the page after it. */
function useRunning(live: Live, stopped: boolean): void {
  const { route } = useLocation();
  const over = live.over.value;
  useWakeLock(live.step.value);
  // In the same turn as the picture: the time that is shown is the time that runs.
  useLayoutEffect(() => {
    void live.keep();
    return live.run();
  }, [live]);
  useEffect(() => {
    if (over && !stopped) void live.finish().then(() => route('/after', true));
  }, [over, stopped]);
}
