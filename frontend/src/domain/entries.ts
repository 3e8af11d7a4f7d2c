import type { Outcome, SessionEntry } from './logs';
import { eased, holdEntries } from './marks';
import { secondsDone, type Walk } from './walk';

/** What the log says of a walk: one entry for each item and side. */
export function entries(walk: Walk): SessionEntry[] {
  return walk.items.flatMap(({ key, technique_id, sides }) =>
    sides.map(({ side, level, tool, planned_s }) => {
      const done_s = Math.min(planned_s, secondsDone(walk, key, side));
      const outcome = outcomeOf(walk, key, planned_s, done_s, walk.stopped[key] === side);
      const left = outcome === 'partial' || outcome === 'skipped';
      const skip_reason = left ? (walk.skipped[key] ?? null) : null;
      const holds = holdEntries(walk.marks ?? {}, key, side);
      return {
        key,
        technique_id,
        level,
        side,
        planned_s,
        done_s,
        outcome,
        skip_reason,
        tool,
        softening: eased(holds),
        ...(holds.length > 0 && { holds }),
      };
    }),
  );
}

/** Done is 80 % of the planned time, as for a practised day. The side that hurt is stopped, however far it was. */
function outcomeOf(walk: Walk, key: string, planned: number, done: number, hurtHere: boolean): Outcome {
  if (hurtHere) return 'stopped';
  if (done > 0 && done * 5 >= planned * 4) return 'done';
  if (key in walk.stopped) return 'stopped';
  return done > 0 ? 'partial' : 'skipped';
}
