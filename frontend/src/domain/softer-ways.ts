import { stops } from './hurt';
import type { Feeling } from './logs';
import type { PlannedItem } from './planned';
import type { Swap } from './program';

/** More choices than this are no help to someone in pain. */
const MOST_WAYS = 3;

/**
 * The softer ways to offer after a feeling, the nearest first: a lower level or a softer tool than the way she
 * is on now, which may itself be a swap. None after a feeling that stops.
 */
export function softerWays(
  feeling: Feeling,
  now: Pick<PlannedItem, 'level' | 'hard' | 'swaps'>,
  discomfort = 0,
): Swap[] {
  if (stops(feeling, discomfort)) return [];
  const noMore = now.swaps.filter((swap) => swap.level <= now.level && swap.hard <= now.hard);
  return noMore.filter((swap) => swap.level < now.level || swap.hard < now.hard).slice(0, MOST_WAYS);
}
