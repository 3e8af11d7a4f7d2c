import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { AS_USUAL, checkLog } from '../../../domain/daily';
import { PAIN_NOW, painTold, type Start, startFor } from '../../../domain/gate';
import { dayLength } from '../../../domain/length';
import type { CheckLog } from '../../../domain/logs';
import { type Plan, planDay, SHORT_S } from '../../../domain/plan';
import type { Item, Version } from '../../../domain/program';
import type { SafeDay } from '../../../domain/safe-day';
import { deviceZone, logs, newLogId } from '../../../store';
import { heard, policy, tell } from '../../../store/screening';
import { player as words } from '../../../text/player';
import { Banner, Button, PainScale, Screen } from '../../../ui';
import { Later } from '../parts/later-part';
import { unlockLead } from './eyes-closed';
import type { Ways } from './later/options';
import { dayWords, different, gate, options } from './pieces';
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

/** A usual day is two taps: the number, and that all is as usual. What is different comes first, what can be changed below. */
export function StartSheet({ version, day, restingNames, date, onStart }: StartProps) {
  const { items } = day;
  const [pain, setPain] = useState<number | null>(null);
  const [ways, setWays] = useState<Ways>({ short: false, swaps: {} });
  const [page, setPage] = useState<'start' | 'different' | Unusual>('start');
  const check = useCheck();
  const planOf = planning(version, date, ways.short);
  const plan = planOf(NONE, ways.swaps);
  const begin = (changed: Plan) => {
    unlockLead();
    onStart(changed, pain);
  };
  const start = async () => {
    // Within the tap: a phone lets a page sound only then.
    unlockLead();
    const kept = await check.keep(pain);
    const unusual = kept && unusualOf(pain, kept, date);
    if (unusual) setPage(unusual);
    else if (kept) begin(plan);
  };
  if (page !== 'start') {
    const { swaps } = ways;
    return (
      <Aside
        {...{ page, pain, check, items, swaps, planOf }}
        onStart={begin}
        onBack={() => setPage('start')}
      />
    );
  }
  return (
    <Sheet
      {...{ plan, pain, check }}
      onPain={setPain}
      onStart={start}
      onDifferent={() => setPage('different')}
    >
      <Later part={dayWords} props={{ day }} meanwhile={null} />
      <Later part={options} props={{ plan, items, ways, onChange: setWays, restingNames }} meanwhile={null} />
    </Sheet>
  );
}

interface AsideProps {
  page: 'different' | Unusual;
  pain: number | null;
  check: ReturnType<typeof useCheck>;
  items: readonly Item[];
  swaps: Ways['swaps'];
  planOf: PlanOf;
  onStart: (plan: Plan) => void;
  onBack: () => void;
}

/** What a day that is not as usual asks and offers. */
function Aside({ page, pain, check, onBack, ...planned }: AsideProps) {
  if (page === 'different') {
    const onTold = (log: CheckLog) => {
      check.take(log);
      onBack();
    };
    const props = { pain, onTold, onBack };
    return <Later part={different} props={props} meanwhile={<div class="player" aria-busy="true" />} />;
  }
  const onSlip = () => {
    check.forget();
    onBack();
  };
  const props = { ...page, ...planned, resting: NONE, onBack, onSlip };
  return <Later part={gate} props={props} meanwhile={<Strong onBack={onBack} />} />;
}

interface SheetProps {
  plan: Plan;
  pain: number | null;
  check: ReturnType<typeof useCheck>;
  onPain: (pain: number | null) => void;
  onStart: () => Promise<void>;
  onDifferent: () => void;
  children: ComponentChildren;
}

function Sheet({ plan, pain, check, onPain, onStart, onDifferent, children }: SheetProps) {
  const { start, minutes } = words;
  return (
    <div class="player">
      <Screen
        title={start.title}
        eyebrow={start.today(plan.items.length, minutes(dayLength(plan.items).with_setup_s))}
        foot={
          <Button wide busy={check.busy} onClick={() => void onStart()}>
            {check.told ? start.start : pain === null ? start.usualWithout : start.usual}
          </Button>
        }
      >
        {check.unkept && <Banner tone="warn">{start.unsaved}</Banner>}
        <section class="stack-tight">
          <h2>{start.pain}</h2>
          <PainScale value={pain} onChange={onPain} label={start.pain} />
        </section>
        <Button kind="quiet" wide onClick={onDifferent}>
          {start.different}
        </Button>
        {children}
        <Button kind="link" href="/today">
          {start.back}
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

/** A number holds until another is given, also where she went back and starts without one. */
function unusualOf(pain: number | null, kept: CheckLog, date: string): Unusual | null {
  const log = pain === null ? painTold(heard.peek(), date) : kept;
  const told = Number(log?.answers[PAIN_NOW]);
  const today = startFor(told, logs.peek(), date, policy.peek()?.numbers.pain_gate);
  return log && today !== 'as_planned' ? { pain: told, start: today, log } : null;
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

type PlanOf = (resting: ReadonlySet<string>, swaps: Ways['swaps']) => Plan;

function planning(version: Version, date: string, short: boolean): PlanOf {
  const budget_s = short ? SHORT_S : null;
  return (resting, chosen) =>
    planDay(version, date, { resting, swaps: standing(version.items, chosen), budget_s });
}

/** Ways that were chosen and that today still leaves. */
function standing(items: readonly Item[], chosen: Ways['swaps']): Ways['swaps'] {
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
