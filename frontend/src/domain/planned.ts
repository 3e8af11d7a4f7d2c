import { sideSeconds, sidesOf } from './length';
import type { Dose, Item, Near, Photo, Side, StopSign, Swap } from './program';
import { swappedDose } from './swap';

export interface PlannedSide {
  side: Side;
  level: number;
  /** The tool chosen instead of the assigned one. */
  tool: string | null;
  planned_s: number;
}

/** How a technique is done. */
export interface Way {
  level: number;
  /** The tool chosen instead of the assigned one. */
  tool: string | null;
  style: string;
  steps: string[];
  tools: string[];
  props: string[];
  pos: string[];
  /** How hard the tool is, 1-3. */
  hard: number;
  near: Near[];
}

/** An item as it will be played today: its way after swaps, its dose after shortening. */
export interface PlannedItem extends Way {
  key: string;
  technique_id: string;
  /** Absent in a session that an older app began. */
  photo?: Photo | null;
  name: string;
  feel: string;
  stop: StopSign[];
  swaps: Swap[];
  note: string | null;
  dose: Dose;
  sides: PlannedSide[];
  /** The most discomfort that is fine for her, where a rule sets it lower than for all. */
  ceiling?: number;
}

/** One item with an optional swap: the swap brings its own level, steps, tools, cautions and dose. */
export function plannedItem(item: Item, swap?: Swap): PlannedItem {
  const { key, technique_id, level, note, snapshot } = item;
  const { name, style, steps, tools, props, pos, hard, feel, near, stop, swaps } = snapshot;
  const photo = item.technique?.photo ?? null;
  const lower = item.ceiling !== undefined && { ceiling: item.ceiling };
  const same = { key, technique_id, photo, name, feel, stop, swaps, note, ...lower };
  return swap
    ? withDose({ ...same, ...wayOf(swap) }, swappedDose(item, swap))
    : withDose({ ...same, level, tool: null, style, steps, tools, props, pos, hard, near }, item.dose);
}

/** What a swap changes of an item, but for its dose. */
export function wayOf(swap: Swap): Way {
  const { level, tool, style, steps, tools, props, pos, hard, near } = swap;
  return { level, tool, style, steps, tools, props, pos, hard, near };
}

/** The item with another dose and the sides that follow from it. */
export function withDose(item: Omit<PlannedItem, 'dose' | 'sides'>, dose: Dose): PlannedItem {
  const { level, tool } = item;
  const sides = sidesOf(dose).map(([side, given]) => ({ side, level, tool, planned_s: sideSeconds(given) }));
  return { ...item, dose, sides };
}
