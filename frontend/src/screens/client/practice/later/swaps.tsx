import type { Item, Swap } from '../../../../domain/program';
import { withoutTool } from '../../../../domain/swap';
import { guide } from '../../../../text/guide';
import { player as words } from '../../../../text/player';
import { Select } from '../../../../ui';

interface SwapsProps {
  items: readonly Item[];
  chosen: Readonly<Record<string, Swap>>;
  onChoose: (key: string, swap: Swap | undefined) => void;
}

/** Safe ways to do a technique without its tool; only where the catalogue knows one. */
export function Swaps({ items, chosen, onChoose }: SwapsProps) {
  const open = items
    .map((item) => ({ ...item, ways: withoutTool(item) }))
    .filter(({ ways }) => ways.length > 0);
  if (open.length === 0) return null;
  return (
    <details class="start-swaps">
      <summary>{guide.start.tools}</summary>
      <div class="stack">
        {open.map(({ key, level, snapshot, ways }) => (
          <Select
            key={key}
            name={`swap-${key}`}
            label={snapshot.name}
            value={chosen[key] ? String(ways.indexOf(chosen[key])) : ''}
            options={[
              { value: '', label: guide.start.asPlanned(words.needs(snapshot.tools, [])) },
              ...ways.map((swap, at) => ({
                value: String(at),
                label: guide.start.swap(swap.level, words.needs(swap.tools, []), swap.level < level),
              })),
            ]}
            onChange={(value) => onChoose(key, value === '' ? undefined : ways[Number(value)])}
          />
        ))}
      </div>
    </details>
  );
}
