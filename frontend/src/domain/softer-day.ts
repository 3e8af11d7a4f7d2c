import type { Item, Swap } from './program';

/** A day's items done another way: the swaps by item key, and the techniques that are left out. */
export interface Softer {
  swaps: Record<string, Swap>;
  left: Item[];
}

/** Only what loads nothing: techniques that do not press, and ways of others that do not either. */
export function withoutPressure(items: readonly Item[]): Softer {
  const softer: Softer = { swaps: {}, left: [] };
  for (const item of items) {
    if (item.snapshot.load === 'none') continue;
    const way = item.snapshot.swaps.find((swap) => swap.load === 'none');
    if (way) softer.swaps[item.key] = way;
    else softer.left.push(item);
  }
  return softer;
}

/** Everything at level 1, with her own tools where that is possible; what has no such way stays as it is. */
export function atLevelOne(
  items: readonly Item[],
  chosen: Readonly<Record<string, Swap>>,
): Record<string, Swap> {
  const swaps: Record<string, Swap> = { ...chosen };
  for (const { key, level, snapshot } of items) {
    if ((chosen[key]?.level ?? level) === 1) continue;
    const ways = snapshot.swaps.filter((swap) => swap.level === 1);
    const way = ways.find((swap) => swap.reason === (chosen[key] ? 'tool' : 'level')) ?? ways[0];
    if (way) swaps[key] = way;
  }
  return swaps;
}
