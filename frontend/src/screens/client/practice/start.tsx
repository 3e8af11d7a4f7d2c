import { useState } from 'preact/hooks';
import { AS_USUAL, checkLog } from '../../../domain/daily';
import { PAIN_NOW, painTold, type Start, startFor } from '../../../domain/gate';
import { dayLength } from '../../../domain/length';
import type { CheckLog } from '../../../domain/logs';
import { type Plan, planDay, SHORT_S } from '../../../domain/plan';
import type { Item, Swap, Version } from '../../../domain/program';
import type { SafeDay } from '../../../domain/safe-day';
import { deviceZone, logs, newLogId } from '../../../store';
import { heard, policy, tell } from '../../../store/screening';
import { player as words } from '../../../text/player';
import { Banner, Button, Chip, Dialog, PainScale, Screen } from '../../../ui';
import { Later } from '../parts/later-part';
import { LearnLink } from '../parts/learn-link';
import { unlockLead } from './eyes-closed';
import { dayWords, different, gate, settings, swapChoice } from './pieces';
import './start.css';

export interface StartProps {
  /** With the items of today, in order, as they may be done. */
  version: Version;
  day: SafeDay;
  /** Names of techniques that rest today. */
  restingNames: string[];
  date: string;
  onStart: (plan: Plan, pain: number | null) => void;
}

type Swaps = Readonly<Record<string, Swap>>;

/** A usual day is two taps: the number, and that all is as usual. What is different comes first, what can be changed below. */
export function StartSheet({ version, day, restingNames, date, onStart }: StartProps) {
  const { items } = day;
  const [pain, setPain] = useState<number | null>(null);
  const [short, setShort] = useState(false);
  const [swaps, setSwaps] = useState<Swaps>({});
  const budget_s = short ? SHORT_S : null;
  const [page, setPage] = useState<'start' | 'different' | 'settings' | Unusual>('start');
  const check = useCheck();
  const planOf = (resting: ReadonlySet<string>, chosen: Swaps) =>
    planDay(version, date, { resting, swaps: standing(items, chosen), budget_s });
  const plan = planOf(NONE, swaps);
  const length = dayLength(plan.items);
  const begin = (changed: Plan, mark: number | null) => {
    unlockLead();
    onStart(changed, mark);
  };
  const start = async () => {
    // Within the tap: a phone lets a page sound only then.
    unlockLead();
    const kept = await check.keep(pain);
    if (!kept) return;
    // A number holds until another is given, also where she went back and starts without one.
    const log = pain === null ? painTold(heard.peek(), date) : kept;
    const told = Number(log?.answers[PAIN_NOW]);
    const today = startFor(told, logs.peek(), date, policy.peek()?.numbers.pain_gate);
    if (log && today !== 'as_planned') setPage({ pain: told, start: today, log });
    else begin(plan, pain);
  };
  const choose = (key: string, swap: Swap | undefined) => {
    const { [key]: _, ...rest } = swaps;
    setSwaps(swap ? { ...rest, [key]: swap } : rest);
  };
  const back = () => setPage('start');
  if (typeof page === 'object') {
    const onStart = (changed: Plan) => begin(changed, pain);
    const onSlip = () => {
      check.forget();
      back();
    };
    const props = { ...page, items, swaps, resting: NONE, planOf, onStart, onBack: back, onSlip };
    return <Later part={gate} props={props} meanwhile={<Strong onBack={back} />} />;
  }
  if (page === 'different') {
    const onTold = (log: CheckLog) => {
      check.take(log);
      back();
    };
    const props = { pain, onTold, onBack: back };
    return <Later part={different} props={props} meanwhile={<div class="player" aria-busy="true" />} />;
  }
  return (
    <div class="player">
      <Screen
        title={words.start.title}
        eyebrow={words.start.today(plan.items.length, words.minutes(length.with_setup_s))}
        foot={
          <Button wide busy={check.busy} onClick={() => void start()}>
            {check.told ? words.start.start : pain === null ? words.start.usualWithout : words.start.usual}
          </Button>
        }
      >
        {check.unkept && <Banner tone="warn">{words.start.unsaved}</Banner>}
        <section class="stack-tight">
          <h2>{words.start.pain}</h2>
          <PainScale value={pain} onChange={setPain} label={words.start.pain} />
        </section>
        <Button kind="quiet" wide onClick={() => setPage('different')}>
          {words.start.different}
        </Button>
        <Later part={dayWords} props={{ day }} meanwhile={null} />
        <p class="start-ready">
          <span class="soft">{words.start.ready}: </span>
          {needed(plan)}
        </p>
        <section class="stack-tight">
          <h2>{words.start.options}</h2>
          <div class="row">
            <Chip pressed={short} onToggle={() => setShort(!short)}>
              {words.start.short}
            </Chip>
            <span class="soft small">{words.start.shortHint}</span>
          </div>
          <Later part={swapChoice} props={{ items, chosen: swaps, onChoose: choose }} meanwhile={null} />
        </section>
        <Button kind="quiet" onClick={() => setPage('settings')}>
          {words.play.soundAndScreen}
        </Button>
        <Dialog title={words.play.soundAndScreen} open={page === 'settings'} onClose={back}>
          <Later part={settings} props={{ within: true, onDone: back }} meanwhile={null} />
        </Dialog>
        {restingNames.length > 0 && <p class="soft small">{words.start.resting(restingNames.join(', '))}</p>}
        <LearnLink to="feel" />
        <Button kind="link" href="/today">
          {words.start.back}
        </Button>
      </Screen>
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** A pain that asks for another day than was planned, and the log that tells it. */
interface Unusual {
  pain: number;
  start: Exclude<Start, 'as_planned'>;
  log: CheckLog;
}

/** The daily check: kept before the session begins, once; a number that comes later is told beside it. */
function useCheck() {
  const [told, setTold] = useState<readonly CheckLog[]>([]);
  const [busy, setBusy] = useState(false);
  const [unkept, setUnkept] = useState(false);
  /** The log that says this number; null where the phone did not keep it, which is said first. */
  const keep = async (pain: number | null): Promise<CheckLog | null> => {
    const last = told.at(-1);
    if (last && (last.answers[PAIN_NOW] ?? null) === pain) return last;
    const now = { id: newLogId(), at_ms: Date.now(), zone: deviceZone() };
    const log = checkLog(last ? {} : AS_USUAL, pain, now);
    setBusy(true);
    setTold([...told, log]);
    try {
      await tell([log]);
      return log;
    } catch {
      setUnkept(true);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const take = (log: CheckLog) => setTold([...told, log]);
  /** The last one was taken back. */
  const forget = () => setTold(told.slice(0, -1));
  return { told: told.length > 0, busy, unkept, keep, take, forget };
}

/** Ways that were chosen and that today still leaves. */
function standing(items: readonly Item[], chosen: Swaps): Swaps {
  const left = items.flatMap(({ key, snapshot }) => {
    const swap = chosen[key];
    const same = snapshot.swaps.find(({ level, tool }) => level === swap?.level && tool === swap?.tool);
    return same ? [[key, same] as const] : [];
  });
  return Object.fromEntries(left);
}

/** Where what belongs here has not come: nothing begins on a guess. */
function Strong({ onBack }: { onBack: () => void }) {
  return (
    <div class="player">
      <Screen title={words.start.title} foot={<Button onClick={onBack}>{words.play.back}</Button>}>
        <Banner tone="warn">{words.start.strong}</Banner>
      </Screen>
    </div>
  );
}

function needed(plan: Plan): string {
  const tools = new Set(plan.items.flatMap((item) => item.tools));
  const props = new Set(plan.items.flatMap((item) => item.props));
  return words.needs([...tools], [...props]);
}
