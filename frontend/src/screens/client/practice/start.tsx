import { useState } from 'preact/hooks';
import { type Start, startFor } from '../../../domain/gate';
import { dayLength } from '../../../domain/length';
import { AS_PRESCRIBED, type Plan, planDay, SHORT_S } from '../../../domain/plan';
import type { Item, Swap, Version } from '../../../domain/program';
import { logs } from '../../../store';
import { player as words } from '../../../text/player';
import { Banner, Button, Chip, Dialog, PainScale, Screen } from '../../../ui';
import { Later } from '../parts/later-part';
import { LearnLink } from '../parts/learn-link';
import { unlockLead } from './eyes-closed';
import { gate, settings, swapChoice } from './pieces';
import './start.css';

export interface StartProps {
  version: Version;
  /** Items prescribed today that do not rest, in order. */
  items: Item[];
  resting: ReadonlySet<string>;
  /** Names of techniques that rest today. */
  restingNames: string[];
  date: string;
  onStart: (plan: Plan, pain: number | null) => void;
}

/** Pain before is the start tap; what can be changed today stands below it. */
export function StartSheet({ version, items, resting, restingNames, date, onStart }: StartProps) {
  const [pain, setPain] = useState<number | null>(null);
  const [short, setShort] = useState(false);
  const [swaps, setSwaps] = useState<Record<string, Swap>>({});
  const budget_s = short ? SHORT_S : null;
  const [unusual, setUnusual] = useState<{ pain: number; start: Exclude<Start, 'as_planned'> } | null>(null);
  const [setting, setSetting] = useState(false);
  const plan = planDay(version, date, { ...AS_PRESCRIBED, resting, swaps, budget_s });
  const length = dayLength(plan.items);
  const begin = (mark: number | null, changed: Plan = plan) => {
    unlockLead();
    onStart(changed, mark);
  };
  const start = (mark: number | null) => {
    const today = mark === null ? 'as_planned' : startFor(mark, logs.peek(), date);
    if (mark === null || today === 'as_planned') begin(mark);
    else setUnusual({ pain: mark, start: today });
  };
  const choose = (key: string, swap: Swap | undefined) => {
    const { [key]: _, ...rest } = swaps;
    setSwaps(swap ? { ...rest, [key]: swap } : rest);
  };
  if (unusual) {
    const props = {
      ...unusual,
      items,
      swaps,
      resting,
      planOf: (away: ReadonlySet<string>, softer: Readonly<Record<string, Swap>>) =>
        planDay(version, date, { resting: away, swaps: softer, budget_s }),
      onStart: (changed: Plan) => begin(unusual.pain, changed),
      onBack: () => setUnusual(null),
    };
    return <Later part={gate} props={props} meanwhile={<Strong onBack={props.onBack} />} />;
  }
  return (
    <div class="player">
      <Screen
        title={words.start.title}
        eyebrow={words.start.today(plan.items.length, words.minutes(length.with_setup_s))}
        foot={
          <Button wide onClick={() => start(pain)}>
            {pain === null ? words.start.without : words.start.start}
          </Button>
        }
      >
        <section class="stack-tight">
          <h2>{words.start.pain}</h2>
          <p class="soft small">{words.start.tap}</p>
          <PainScale value={pain} onChange={setPain} label={words.start.pain} onTap={start} />
        </section>
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
        <Button kind="quiet" onClick={() => setSetting(true)}>
          {words.play.soundAndScreen}
        </Button>
        <Dialog title={words.play.soundAndScreen} open={setting} onClose={() => setSetting(false)}>
          <Later part={settings} props={{ within: true, onDone: () => setSetting(false) }} meanwhile={null} />
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
