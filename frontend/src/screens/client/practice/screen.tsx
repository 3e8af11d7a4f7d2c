import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { dayItems } from '../../../domain/hurt';
import type { Plan } from '../../../domain/plan';
import { type LiveSession, sessionOf, startSession } from '../../../domain/session';
import { versionOn } from '../../../domain/today';
import { comeBack } from '../../../domain/walk';
import { deviceZone, draft, logs, newLogId, profile, ready, todayDate, view } from '../../../store';
import { mayDo } from '../../../store/dose';
import { fetchRules, lookAtDay, safety, unchecked } from '../../../store/screening';
import { closeDraft, closeStaleDraft } from '../../../store/session';
import { loadSettings } from '../../../store/settings';
import { player as words } from '../../../text/player';
import { Banner, Button, Screen } from '../../../ui';
import { Later } from '../parts/later-part';
import { reading } from './live';
import { dayWords, forStart } from './pieces';
import { Player } from './player';

export { fetchPieces } from './pieces';

import { StartSheet } from './start';

type Found = 'looking' | 'fresh' | 'failed';

/** The practice: goes on with a session that was left, else asks for the start tap. */
export function Practice() {
  const { route } = useLocation();
  const [found, setFound] = useState<Found>('looking');
  const [session, setSession] = useState<LiveSession | null>(null);
  const isReady = ready.value;
  const known = safety.value;
  const isRed = known !== null && known.red.length > 0;
  const look = async () => {
    lookAtDay();
    try {
      await Promise.all([closeStaleDraft(Date.now()), loadSettings(), fetchRules()]);
    } catch {
      setFound('failed');
      return;
    }
    const kept = draft.peek();
    const left = kept && sessionOf(kept);
    if (left?.ended_ms != null) route('/after', true);
    else if (left && !unchecked.peek()) setSession({ ...left, walk: comeBack(left.walk, reading()) });
    else {
      await forStart();
      setFound('fresh');
    }
  };
  useEffect(() => {
    if (!isReady) return;
    if (profile.peek()) void look();
    else route('/', true);
  }, [isReady]);
  // A warning sign ends what runs, at once: what was done is kept, and the page of today says what to do.
  useEffect(() => {
    if (!isReady || !isRed) return;
    const open = draft.peek();
    if (open) closeDraft(open).catch(() => undefined);
    route('/today', true);
  }, [isReady, isRed]);
  if (isRed || (found === 'looking' && !session)) return <div class="player" aria-busy="true" />;
  if (session) return <Player session={session} />;
  if (found === 'failed') return <Closed reason={words.closed.unsaved} onAgain={() => void look()} />;
  return <Start onStart={setSession} onAgain={() => void look()} />;
}

interface StartingProps {
  onStart: (session: LiveSession) => void;
  onAgain: () => void;
}

function Start({ onStart, onAgain }: StartingProps) {
  const now = view.value;
  if (!now?.program) return <Closed reason={words.closed.none} />;
  if (unchecked.value) return <Closed reason={words.closed.unchecked} onAgain={onAgain} />;
  if (safety.value?.asking.open === false) return <Closed reason={words.closed.gate} toQuestions />;
  const date = safety.value?.today ?? todayDate();
  const version = versionOn(now, date);
  if (!version) return <Closed reason={words.closed.none} />;
  const { items, resting: away } = dayItems(version, date, logs.value);
  const day = mayDo(items);
  if (!day) return <div class="player" aria-busy="true" />;
  if (day.items.length === 0) {
    const { rest, allResting, pausing } = words.closed;
    if (day.paused.length === 0)
      return <Closed reason={away.length + day.resting.length > 0 ? allResting : rest} />;
    return (
      <Closed reason={pausing}>
        <Later part={dayWords} props={{ day }} meanwhile={null} />
      </Closed>
    );
  }
  const begin = (plan: Plan, pain_before: number | null) => {
    const { perf, wall } = reading();
    const zone = deviceZone();
    const program_version = version.number;
    onStart(
      startSession(plan, { id: newLogId(), program_version, at_ms: wall, perf_ms: perf, zone, pain_before }),
    );
  };
  return (
    <StartSheet
      version={{ ...version, items: day.items }}
      day={day}
      restingNames={[...away, ...day.resting.map(({ item }) => item)].map((item) => item.snapshot.name)}
      date={date}
      onStart={begin}
    />
  );
}

interface ClosedProps {
  reason: string;
  onAgain?: () => void;
  toQuestions?: boolean;
  children?: ComponentChildren;
}

function Closed({ reason, onAgain, toQuestions, children }: ClosedProps) {
  return (
    <div class="player">
      <Screen
        title={words.closed.title}
        foot={
          <>
            {toQuestions && (
              <Button wide href="/intake">
                {words.closed.questions}
              </Button>
            )}
            <Button wide kind={toQuestions ? 'quiet' : 'primary'} href="/today">
              {words.start.back}
            </Button>
          </>
        }
      >
        <Banner
          tone="warn"
          action={
            onAgain && (
              <Button kind="quiet" onClick={onAgain}>
                {words.closed.again}
              </Button>
            )
          }
        >
          {reason}
        </Banner>
        {children}
      </Screen>
    </div>
  );
}
