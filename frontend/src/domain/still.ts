import { sidesOf } from './length';
import type { PlannedItem } from './planned';
import type { Dose, Item } from './program';
import type { SafeDay } from './safe-day';

export type PlannedWay = Pick<PlannedItem, 'key' | 'technique_id' | 'level' | 'tool' | 'dose'>;

/** Whether what a session has planned, or would go over to, is still a way that may be done today, and no longer. */
export function stillFits(day: SafeDay, planned: PlannedWay): boolean {
  const { key, technique_id, level, tool, dose } = planned;
  const now = day.items.find((item) => item.key === key && item.technique_id === technique_id);
  const ways = now ? waysOf(now) : [];
  return ways.some((way) => way.level === level && way.tool === tool && longest(dose) <= way.hold_s);
}

/** At the level of the item the therapist's own dose stays, whatever the tool. */
function waysOf({ level, dose, snapshot }: Item): { level: number; tool: string | null; hold_s: number }[] {
  const own = { level, tool: null, hold_s: longest(dose) };
  const swaps = snapshot.swaps.map((swap) => ({
    level: swap.level,
    tool: swap.tool,
    hold_s: swap.level === level ? own.hold_s : swap.dose.hold_s,
  }));
  return [own, ...swaps];
}

function longest(dose: Dose): number {
  return Math.max(0, ...sidesOf(dose).map(([, { hold_s }]) => hold_s));
}
