import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { voidLog } from '../../../../domain/client-logs';
import { daysBetween } from '../../../../domain/days';
import {
  type Answer,
  type Ask,
  alsoGone,
  type Due,
  due,
  practisedIn,
  reactionLog,
  saidIn,
} from '../../../../domain/reactions';
import { therapistOf, versionsOf } from '../../../../domain/today';
import type { Item } from '../../../../domain/types';
import { deviceZone, logs, newLogId, profile, view } from '../../../../store';
import { care } from '../../../../text/care';
import { Banner, Button, showToast } from '../../../../ui';
import { weekdayName } from '../../parts/dates';
import { shortDay } from '../../parts/later/dates';
import { useKeeping } from '../../parts/later/use-keeping';
import { Whereabouts } from '../../parts/later/whereabouts';
import './reaction.css';

const ANSWERS: readonly Answer[] = ['gone', 'still', 'worse', 'new_sign'];
/** So long a tap can be taken back here. */
const UNDO_MS = 20_000;

interface Told {
  answer: Answer;
  ask: Ask;
  ids: string[];
}

/** The day after a practice, and once more where it is not gone: how it is, one tap. */
export function Reaction({ date }: { date: string }) {
  const { route } = useLocation();
  const [told, setTold] = useState<Told | null>(null);
  const [state, keep] = useKeeping();
  const items = view.value ? versionsOf(view.value).flatMap((version) => version.items) : [];
  const practised = practisedIn(logs.value, items);
  const said = saidIn(logs.value);
  const asked = due(practised, said, Date.now(), deviceZone());
  const answer = async ({ session_id, ask }: Due, one: Answer) => {
    const others = one === 'gone' ? alsoGone(session_id, practised, said) : [];
    const made = [session_id, ...others].map((id) =>
      reactionLog(id, one, newLogId(), Date.now(), deviceZone()),
    );
    const ids = made.map(({ id }) => id);
    if (!(await keep(made))) return;
    if (one === 'new_sign') route(`/signs?log=${ids[0]}`);
    else setTold({ answer: one, ask, ids });
  };
  const undo = async (ids: readonly string[]) => {
    if (!(await keep(ids.map((id) => voidLog(id, newLogId(), Date.now(), deviceZone()))))) return;
    setTold(null);
    showToast({ text: care.undone });
  };
  const session = practised.find(({ id }) => id === asked?.session_id);
  return (
    <>
      {state === 'unsaved' && <Banner tone="urgent">{care.unsaved}</Banner>}
      {told && <Next key={told.ids[0]} told={told} onUndo={() => void undo(told.ids)} />}
      {asked && session && (
        <section class="card stack-tight">
          <h2>{since(session.local_date, date)}</h2>
          <Practices names={namesOf(session.presses, items)} />
          <div class="reaction-answers">
            {ANSWERS.map((one) => (
              <Button
                key={one}
                kind="quiet"
                busy={state === 'saving'}
                onClick={() => void answer(asked, one)}
              >
                {care.reaction.answer[one]}
              </Button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Practices({ names }: { names: string }) {
  return names === '' ? null : <p class="soft small">{care.reaction.practised(names)}</p>;
}

/** What happens next, and for some seconds the way back. */
function Next({ told, onUndo }: { told: Told; onUndo: () => void }) {
  const { answer, ask, ids } = told;
  const [isOpen, setOpen] = useState(true);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that was tapped is gone; whoever listens is told here how it goes on.
    said.current?.focus({ preventScroll: true });
    const timer = setTimeout(() => setOpen(false), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  const who = view.value?.me ?? profile.value;
  const isLong = answer === 'still' && ask === '48h';
  return (
    <section class="card stack-tight">
      <p class="reaction-next" tabIndex={-1} ref={said}>
        {care.reaction.next[isLong ? 'long' : answer]}
      </p>
      {who && <Whereabouts ids={ids} who={therapistOf(who)} />}
      <div class="row">
        {isOpen && (
          <Button kind="quiet" onClick={onUndo}>
            {care.undo}
          </Button>
        )}
        {answer !== 'gone' && (
          <Button kind="link" href={`/signs?log=${ids[0]}`}>
            {care.reaction.signs}
          </Button>
        )}
      </div>
    </section>
  );
}

function since(practised: string, today: string): string {
  const words = care.reaction;
  const days = daysBetween(practised, today);
  if (days <= 1) return words.yesterday;
  return days < 7 ? words.day(weekdayName(practised)) : words.date(shortDay(practised));
}

/** As they are called in her program; one that is in it no longer has no name here. */
function namesOf(techniques: readonly string[], items: readonly Item[]): string {
  const names = techniques.flatMap(
    (id) => items.find((item) => item.technique_id === id)?.snapshot.name ?? [],
  );
  return names.join(', ');
}
