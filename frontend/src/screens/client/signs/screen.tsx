import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ScreeningWords } from '../../../content/screening-words';
import { voidLog } from '../../../domain/client-logs';
import { numberToCall } from '../../../domain/emergency';
import { isSession } from '../../../domain/logs';
import type { StopSign } from '../../../domain/program';
import { saidIn } from '../../../domain/reactions';
import { therapistOf, versionsOf } from '../../../domain/today';
import { deviceZone, logs, newLogId, profile, view } from '../../../store';
import { safety } from '../../../store/screening';
import { care } from '../../../text/care';
import { Banner, Button, Screen, showToast } from '../../../ui';
import { StopSigns } from '../parts/later/signs';
import { useKeeping } from '../parts/later/use-keeping';
import { Whereabouts } from '../parts/later/whereabouts';
import { LearnLink } from '../parts/learn-link';
import { Locked } from '../parts/lock-slot';

/** Something new after a practice: what to do first, then for which signs. One that is a warning pauses everything. */
export function Signs({ said }: { said: ScreeningWords }) {
  const { route, query } = useLocation();
  const [state, keep] = useKeeping();
  useEffect(() => {
    if (!profile.value) route('/', true);
  }, [profile.value]);
  const who = view.value?.me ?? profile.value;
  const log = saidIn(logs.value).find(({ id }) => id === query.log);
  if (!who) return null;
  if (safety.value?.red.length) return <Locked />;
  const practice = view.value?.me.emergency_number ?? '';
  const number = numberToCall(said.numbers, deviceZone(), navigator.languages, practice);
  const slip = async () => {
    if (!log || !(await keep([voidLog(log.id, newLogId(), Date.now(), deviceZone())]))) return;
    showToast({ text: care.undone });
    route('/today', true);
  };
  return (
    <Screen
      title={care.signs.title}
      foot={
        <Button wide href="/today">
          {care.signs.none}
        </Button>
      }
    >
      <StopSigns
        signs={signsAfter(log?.session_id)}
        emergencyNumber={number}
        said={said}
        source={log?.id ?? 'signs'}
      />
      {log && <Whereabouts ids={[log.id]} who={therapistOf(who)} />}
      {state === 'unsaved' && <Banner tone="urgent">{care.unsaved}</Banner>}
      <div class="row">
        <Button kind="quiet" icon="ask" href={log ? `/ask?session=${log.session_id}` : '/ask'}>
          {care.signs.write(therapistOf(who))}
        </Button>
        {log?.answer === 'new_sign' && (
          <Button kind="link" busy={state === 'saving'} onClick={() => void slip()}>
            {care.undo}
          </Button>
        )}
      </div>
      <LearnLink to="next-days" />
    </Screen>
  );
}

/** What to watch for after what she practised, each sign once. */
function signsAfter(session_id: string | undefined): StopSign[] {
  const session = logs.value.filter(isSession).find(({ id }) => id === session_id);
  const used = new Set(session?.items.map((entry) => entry.technique_id));
  const items = view.value ? versionsOf(view.value).flatMap((version) => version.items) : [];
  const signs = items.flatMap((item) => (used.has(item.technique_id) ? item.snapshot.stop : []));
  return [...new Map(signs.map((sign) => [sign.id, sign])).values()];
}
