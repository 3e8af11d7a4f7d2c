import { useState } from 'preact/hooks';
import type { Plan } from '../../../../domain/plan';
import type { Item, Swap } from '../../../../domain/program';
import { guide } from '../../../../text/guide';
import { player as words } from '../../../../text/player';
import { Button, Chip, Dialog } from '../../../../ui';
import { SettingsPanel } from '../../parts/later/settings-panel';
import { LearnLink } from '../../parts/learn-link';
import { Swaps } from './swaps';

/** What she changed of today. */
export interface Ways {
  short: boolean;
  /** By item key. */
  swaps: Readonly<Record<string, Swap>>;
}

export interface OptionsProps {
  plan: Plan;
  items: readonly Item[];
  ways: Ways;
  onChange: (ways: Ways) => void;
  /** Names of techniques that rest today. */
  restingNames: readonly string[];
}

/** What to have ready, and what can be changed before it begins. */
export function Options({ plan, items, ways, onChange, restingNames }: OptionsProps) {
  const { short, swaps } = ways;
  const choose = (key: string, swap: Swap | undefined) => {
    const { [key]: _, ...rest } = swaps;
    onChange({ short, swaps: swap ? { ...rest, [key]: swap } : rest });
  };
  return (
    <>
      <p class="start-ready">
        <span class="soft">{guide.start.ready}: </span>
        {needed(plan)}
      </p>
      <section class="stack-tight">
        <h2>{guide.start.options}</h2>
        <div class="row">
          <Chip pressed={short} onToggle={() => onChange({ short: !short, swaps })}>
            {guide.start.short}
          </Chip>
          <span class="soft small">{guide.start.shortHint}</span>
        </div>
        <Swaps items={items} chosen={swaps} onChoose={choose} />
      </section>
      <Sound />
      {restingNames.length > 0 && <p class="soft small">{guide.start.resting(restingNames.join(', '))}</p>}
      <LearnLink to="feel" />
    </>
  );
}

function Sound() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {words.play.soundAndScreen}
      </Button>
      <Dialog title={words.play.soundAndScreen} open={open} onClose={close}>
        <SettingsPanel within onDone={close} />
      </Dialog>
    </>
  );
}

function needed(plan: Plan): string {
  const tools = new Set(plan.items.flatMap((item) => item.tools));
  const props = new Set(plan.items.flatMap((item) => item.props));
  return words.needs([...tools], [...props]);
}
