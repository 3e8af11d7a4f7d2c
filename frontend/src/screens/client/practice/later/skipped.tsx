import { giveReason } from '../../../../domain/changes';
import type { SkipReason } from '../../../../domain/logs';
import { currentPhase } from '../../../../domain/walk';
import { guide } from '../../../../text/guide';
import { Chip, Chips } from '../../../../ui';
import type { Live } from '../live';

const REASONS: readonly SkipReason[] = ['no_time', 'no_tool', 'too_sore', 'other'];

/** After a skip, while the next one is set up: the reason, if she likes. Nothing waits for it. */
export function SkippedWhy({ live }: { live: Live }) {
  const words = guide.skipped;
  const { walk } = live.session.value;
  const here = walk.items.findIndex((item) => item.key === currentPhase(walk)?.itemKey);
  const before = walk.items[here - 1];
  const given = before ? walk.skipped[before.key] : undefined;
  if (!before || given === undefined) return null;
  return (
    <div class="stack-tight">
      <p class="soft small">{words.why}</p>
      <Chips label={words.why}>
        {REASONS.map((reason) => (
          <Chip
            key={reason}
            pressed={given === reason}
            onToggle={() => live.act((now) => giveReason(now, before.key, reason))}
          >
            {words.reason(reason)}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
