import { itemsOn } from './inForce';
import { type Phase, phasesOf } from './phases';
import { type PlannedItem, plannedItem, withDose } from './planned';
import type { Swap, Version } from './program';
import { shortened } from './shorter';

export interface Plan {
  items: PlannedItem[];
  phases: Phase[];
  shortened: boolean;
}

export interface PlanChoices {
  /** Techniques that rest after pain. */
  resting: ReadonlySet<string>;
  /** Swap by item key. */
  swaps: Readonly<Record<string, Swap>>;
  /** Seconds of dose at most ("only 2 minutes"); null plays the whole day. */
  budget_s: number | null;
}

/** What "only 2 minutes" allows, in seconds of dose. */
export const SHORT_S = 120;
export const AS_PRESCRIBED: PlanChoices = { resting: new Set(), swaps: {}, budget_s: null };

/** The session of a date: what is prescribed, less what rests, with today's choices. */
export function planDay(version: Version, date: string, choices: PlanChoices = AS_PRESCRIBED): Plan {
  const prescribed = itemsOn(version, date)
    .filter((item) => !choices.resting.has(item.technique_id))
    .map((item) => plannedItem(item, choices.swaps[item.key]));
  const items = choices.budget_s === null ? prescribed : shortened(prescribed, choices.budget_s, withDose);
  const whole = prescribed.flatMap((item) => item.sides).reduce((sum, side) => sum + side.planned_s, 0);
  const played = items.flatMap((item) => item.sides).reduce((sum, side) => sum + side.planned_s, 0);
  return { items, phases: items.flatMap(phasesOf), shortened: played < whole };
}
