import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { dayItems, restingTechniques } from '../../../domain/hurt';
import type { Plan } from '../../../domain/plan';
import { type LiveSession, sessionOf, startSession } from '../../../domain/session';
import { therapistOf, versionOn } from '../../../domain/today';
import type { View } from '../../../domain/types';
import { comeBack } from '../../../domain/walk';
import { deviceZone, draft, logs, newLogId, profile, ready, todayDate, view } from '../../../store';
import { closeStaleDraft } from '../../../store/session';
import { loadSettings } from '../../../store/settings';
import { player as words } from '../../../text/player';
import { Banner, Button, Screen } from '../../../ui';
import { reading } from './live';
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
  const look = async () => {
    try {
      await Promise.all([closeStaleDraft(Date.now()), loadSettings()]);
    } catch {
      setFound('failed');
      return;
    }
    const kept = draft.peek();
    const left = kept && sessionOf(kept);
    if (left?.ended_ms != null) route('/after', true);
    else if (left) setSession({ ...left, walk: comeBack(left.walk, reading()) });
    else setFound('fresh');
  };
  useEffect(() => {
    if (!isReady) return;
    if (profile.peek()) void look();
    else route('/', true);
  }, [isReady]);
  if (session) return <Player session={session} />;
  if (found === 'looking') return <div class="player" aria-busy="true" />;
  if (found === 'failed') return <Closed reason={words.closed.unsaved} onAgain={() => void look()} />;
  return <Start onStart={setSession} />;
}

function Start({ onStart }: { onStart: (session: LiveSession) => void }) {
  const now = view.value;
  const closed = now ? closedBecause(now) : words.closed.none;
  const date = todayDate();
  const version = now ? versionOn(now, date) : null;
  if (closed || !version) return <Closed reason={closed ?? words.closed.none} />;
  const resting = restingTechniques(version, logs.value);
  const { items, resting: away } = dayItems(version, date, logs.value);
  if (items.length === 0)
    return <Closed reason={away.length ? words.closed.allResting : words.closed.rest} />;
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
      version={version}
      items={items}
      resting={resting}
      restingNames={away.map((item) => item.snapshot.name)}
      date={date}
      onStart={begin}
    />
  );
}

function Closed({ reason, onAgain }: { reason: string; onAgain?: () => void }) {
  return (
    <div class="player">
      <Screen
        title={words.closed.title}
        foot={
          <Button wide href="/today">
            {words.start.back}
          </Button>
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
      </Screen>
    </div>
  );
}

function closedBecause(now: View): string | null {
  if (!now.program) return words.closed.none;
  return now.gate.open ? null : words.closed.gate(therapistOf(now.me));
}
