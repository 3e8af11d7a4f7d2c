import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { dayItems } from '../../../domain/hurt';
import { dayLength } from '../../../domain/length';
import { shareDone, therapistOf, validSessions, versionOn } from '../../../domain/today';
import type { Item, View } from '../../../domain/types';
import { draft, logs, profile, view } from '../../../store';
import { dosed, mayDo } from '../../../store/dose';
import { safety, unchecked } from '../../../store/screening';
import { text } from '../../../text';
import { loadBodyWords } from '../../../text/body';
import { loadCareWords } from '../../../text/care';
import { loadDoseWords } from '../../../text/dose';
import { loadHistoryWords } from '../../../text/history';
import { loadMeasuresWords } from '../../../text/measures';
import { loadRemindersWords } from '../../../text/reminders';
import { loadSafetyWords } from '../../../text/safety';
import { Button, Screen, Slice } from '../../../ui';
import { ContactNote } from '../parts/contact-note';
import { longDay } from '../parts/dates';
import { slot } from '../parts/later-part';
import { LearnLink } from '../parts/learn-link';
import { Locked } from '../parts/lock-slot';
import { ClientNav } from '../parts/nav';
import { SaveState } from '../parts/save-state';
import { withSaid } from '../parts/with-said';
import { endStaleDraft, resumeOf } from './draft';
import { Instead, Questions, Unchecked } from './instead';
import { ThisWeek } from './this-week';
import { Resting, TodayList } from './today-list';
import { useNow } from './use-now';
import './screen.css';

const Safe = slot(
  withSaid(() => import('./later/safe-note').then((m) => m.SafeNote)),
  loadSafetyWords,
);
const Reaction = slot(() => import('./later/reaction').then((m) => m.Reaction), loadCareWords);
const Reminding = slot(() => import('./later/reminding').then((m) => m.Reminding), loadRemindersWords);
const DoseNews = slot(
  () => import('./later/dose-news').then((m) => m.DoseNews),
  loadDoseWords,
  loadCareWords,
  loadBodyWords,
);
const Measures = slot(
  () => import('../parts/later/measures-row').then((m) => m.MeasuresRow),
  loadMeasuresWords,
);
const News = slot(() => import('./later/program-news').then((m) => m.ProgramNews), loadHistoryWords);

export function Today() {
  const { route } = useLocation();
  const now = useNow();
  useEffect(() => {
    if (!profile.value) route('/', true);
  }, [profile.value]);
  useEffect(() => {
    void endStaleDraft(Date.now());
  }, [draft.value]);
  const who = profile.value;
  if (!who) return null;
  if (safety.value?.red.length) return <Locked />;
  const words = text.client.today;
  const name = view.value?.me.name ?? who.name;
  return (
    <Screen
      title={words.greeting(now.hour, name)}
      eyebrow={longDay(now.date)}
      aside={<SaveState />}
      foot={<StartButton date={now.date} />}
      nav={<ClientNav current="today" />}
    >
      <Reaction date={now.date} />
      <ContactNote />
      <Reminding at="top" date={now.date} />
      {view.value ? (
        <Day view={view.value} date={now.date} />
      ) : (
        <Instead kind="waiting" therapist={therapistOf(who)} />
      )}
      <Measures date={now.date} />
      <Reminding at="foot" date={now.date} />
      <LearnLink />
    </Screen>
  );
}

function Day({ view: known, date }: { view: View; date: string }) {
  return (
    <>
      {unchecked.value && <Unchecked />}
      {safety.value?.asking.open === false && <Questions due={safety.value.asking.due} />}
      <Program view={known} date={date} />
    </>
  );
}

function Program({ view: known, date }: { view: View; date: string }) {
  const therapist = therapistOf(known.me);
  const version = versionOn(known, date);
  if (!known.program) return <Instead kind="waiting" therapist={therapist} />;
  if (!version) return <Instead kind="soon" therapist={therapist} startsOn={known.program.starts_on} />;
  const { items: planned, resting } = dayItems(version, date, logs.value);
  if (planned.length + resting.length === 0)
    return <Instead kind="rest" therapist={therapist} view={known} date={date} />;
  const day = mayDo(planned);
  const left = day ?? dosed(planned);
  // Not a longer day first, that would then become shorter.
  if (!left) return null;
  const { items } = left;
  return (
    <>
      <News view={known} date={date} />
      <DoseNews view={known} date={date} day={left} />
      {day && <Safe day={day} />}
      {items.length > 0 && <Practice items={items} shares={sharesOf(items, date)} />}
      <Resting items={resting} others={left.resting} therapist={therapist} />
      <ThisWeek today={date} />
    </>
  );
}

function Practice({ items, shares }: { items: Item[]; shares: number[] }) {
  const words = text.client.today;
  const minutes = Math.max(1, Math.round(dayLength(items).with_setup_s / 60));
  const done = shares.filter((share) => share === 1).length;
  const left = items.length - done;
  return (
    <>
      <p class="soft today-says">
        {left === 0 ? words.allDone : done === 0 ? words.fresh(minutes) : words.toGo(minutes, left)}
      </p>
      <div class="today-slice">
        <Slice
          parts={shares}
          size={11.5}
          label={words.slice(done, items.length)}
          core={{ value: String(minutes), unit: words.minutesUnit }}
          pour="together"
        />
      </div>
      <TodayList items={items} shares={shares} />
    </>
  );
}

function StartButton({ date }: { date: string }) {
  const words = text.client.today;
  const known = view.value;
  if (safety.value?.asking.open === false) return <Go words={words.questionsGo} to="/intake" />;
  const version = known && versionOn(known, date);
  const items = version ? (mayDo(dayItems(version, date, logs.value).items)?.items ?? []) : [];
  const resume = resumeOf(draft.value, Date.now());
  if (resume === 'after') return <Go words={words.finish} to="/after" />;
  if (items.length === 0) return null;
  const shares = sharesOf(items, date);
  const all = shares.every((share) => share === 1);
  if (!resume && all) return <Go words={words.again} to="/practice" kind="quiet" />;
  return <Go words={resume || shares.some((share) => share > 0) ? words.goOn : words.start} to="/practice" />;
}

function Go({ words, to, kind = 'primary' }: { words: string; to: string; kind?: 'primary' | 'quiet' }) {
  return (
    <Button wide kind={kind} href={to}>
      {words}
    </Button>
  );
}

/** How full each segment is: today's sessions that count, and the one under way. */
function sharesOf(items: readonly Item[], date: string): number[] {
  const sessions = validSessions(logs.value);
  const open =
    draft.value && !sessions.some((one) => one.id === draft.value?.session_id) ? [draft.value.partial] : [];
  const today = [...sessions, ...open].filter((session) => session.local_date === date);
  return items.map((item) => shareDone(item, today));
}
