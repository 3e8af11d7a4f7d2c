import { sideSeconds, sidesOf } from './length';
import type { Dose, Item, Near, Side, StopSign, Swap } from './program';
import { swappedDose } from './swap';

export interface PlannedSide {
  side: Side;
  level: number;
  /** The tool chosen instead of the assigned one. */
  tool: string | null;
  planned_s: number;
}

/** An item as it will be played today: level, steps and tools after swaps, dose after shortening. */
export interface PlannedItem {
  key: string;
  technique_id: string;
  name: string;
  level: number;
  style: string;
  tool: string | null;
  steps: string[];
  tools: string[];
  props: string[];
  pos: string[];
  feel: string;
  near: Near[];
  stop: StopSign[];
  swaps: Swap[];
  note: string | null;
  dose: Dose;
  sides: PlannedSide[];
}

/** One item with an optional swap: the swap brings its own level, steps, tools and dose. */
export function plannedItem(item: Item, swap?: Swap): PlannedItem {
  const { key, technique_id, note, snapshot } = item;
  const { name, style, props, pos, feel, near, stop, swaps } = snapshot;
  const tool = swap?.tool ?? null;
  const level = swap?.level ?? item.level;
  return withDose(
    {
      key,
      technique_id,
      name,
      level,
      style,
      tool,
      steps: swap?.steps ?? snapshot.steps,
      tools: swap?.tools ?? snapshot.tools,
      props,
      pos,
      feel,
      near,
      stop,
      swaps,
      note,
    },
    swap ? swappedDose(item, swap) : item.dose,
  );
}

/** The item with another dose and the sides that follow from it. */
export function withDose(item: Omit<PlannedItem, 'dose' | 'sides'>, dose: Dose): PlannedItem {
  const { level, tool } = item;
  const sides = sidesOf(dose).map(([side, given]) => ({ side, level, tool, planned_s: sideSeconds(given) }));
  return { ...item, dose, sides };
}
