/** What differs between two program versions, as the server tells it (`GET .../versions/{n}/diff`). */
import type { SideDose } from '../program';

export interface Change {
  code:
    | 'added'
    | 'removed'
    | 'level'
    | 'side'
    | 'dose'
    | 'item_days'
    | 'note'
    | 'order'
    | 'days'
    | 'starts_on';
  from: unknown;
  to: unknown;
  /** null for changes of the program's frame. */
  technique_id: string | null;
  key: string | null;
  /** The timer of a dose: left, right or both. */
  side: string | null;
}

export type Step =
  | { field: 'hold_s' | 'roll_s' | 'move_s'; by_s: number; breaths: number | null }
  | { field: 'spots'; by: number };

const BREATH_S = 8;

/** How a dose moved, a step for each of its parts; empty when a side came or went as a whole. */
export function doseSteps(change: Change): Step[] {
  const before = change.from as SideDose | null;
  const after = change.to as SideDose | null;
  if (!before || !after) return [];
  const steps: Step[] = [];
  for (const field of ['hold_s', 'roll_s', 'move_s'] as const) {
    const by_s = after[field] - before[field];
    const whole = field === 'hold_s' && by_s % BREATH_S === 0 && after.hold_s % BREATH_S === 0;
    if (by_s !== 0) steps.push({ field, by_s, breaths: whole ? by_s / BREATH_S : null });
  }
  if (after.spots !== before.spots) steps.push({ field: 'spots', by: after.spots - before.spots });
  return steps;
}
