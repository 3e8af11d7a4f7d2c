import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type Choice, isOn, noChoice } from '../../../domain/reminders';
import { renewPush } from '../../../push';
import { deviceZone, profile, unsent } from '../../../store';
import { choice, choose, loadKept } from '../../../store/reminders';
import { reminders as words } from '../../../text/reminders';
import { Screen, showToast } from '../../../ui';
import { Here } from '../parts/later/reminders/here';
import { nextWords } from '../parts/later/reminders/when';
import { ClientNav } from '../parts/nav';
import { SaveState } from '../parts/save-state';
import { Take } from './later/calendar';
import { More } from './more';
import { Others } from './others';
import { ProofPart } from './proof';
import { TimeOff } from './time-off';
import { Times } from './times';
import './screen.css';

/** What became of the last change; `old`: her calendar does not know of it. */
type Kept = 'kept' | 'old' | null;

/** Keeps a change; false when the phone could not. */
export type Change = (change: Partial<Choice>) => Promise<boolean>;

/** When she wants to be reminded, whether it reaches this phone, and that it did. All but the proof works offline. */
export function Reminders() {
  const { route } = useLocation();
  const [kept, setKept] = useState<Kept>(null);
  const here = profile.value !== null;
  useEffect(() => {
    if (!here) route('/', true);
  }, [here]);
  useEffect(() => {
    void loadKept();
    void renewPush();
  }, []);
  if (!here) return null;
  const known = choice.value ?? noChoice(deviceZone());
  const change: Change = async (part) => {
    try {
      await choose(part);
      setKept(known.calendar && (part.slots || part.timezone) ? 'old' : 'kept');
      return true;
    } catch (error) {
      reportError(error);
      showToast({ text: words.unsaved });
      return false;
    }
  };
  return (
    <Screen class="rem" title={words.title} aside={<SaveState />} nav={<ClientNav current="me" />}>
      <Next kept={kept} onTaken={() => setKept('kept')} />
      <Here />
      <ProofPart />
      <Times choice={known} change={change} />
      {isOn(known) && <TimeOff choice={known} change={change} />}
      {isOn(known) && <More choice={known} change={change} />}
      <Others />
    </Screen>
  );
}

/** What comes next, and what became of the change that was made here. */
function Next({ kept, onTaken }: { kept: Kept; onTaken: () => void }) {
  return (
    <div class="card rem-next">
      <p class="soft small">{words.nextTitle}</p>
      <p class="rem-next-when">{nextWords()}</p>
      <div class="rem-said" role="status">
        {kept && <p class="small soft">{unsent.value > 0 ? words.kept : words.sent}</p>}
        {kept === 'old' && <p>{words.calendar.old}</p>}
      </div>
      {kept === 'old' && <Take onTaken={onTaken} />}
    </div>
  );
}
