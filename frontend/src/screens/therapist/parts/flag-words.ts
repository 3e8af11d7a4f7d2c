import { type Area, type BodySide, type Place, SIDES_OF } from '../../../domain/body-places';
import { ANY_RED_FLAG, type Site } from '../../../domain/screening';
import { body } from '../../../text/body';
import { desk } from '../../../text/desk';

/** What a flag is called; the server has no name for "one of the warning list, not said which". */
export function flagName({ id, label }: { id: string; label: string }): string {
  return id === ANY_RED_FLAG ? desk.screening.flags.anyRed : label;
}

/** "Left knee, middle of the low back"; both sides of what there are two of are told one by one. */
export function placesWords(sites: readonly Site[]): string {
  return sites.flatMap(areasOf).map(body.area).join(', ');
}

function areasOf({ region, side }: Site): Area[] {
  const place = region as Place;
  const sides: readonly BodySide[] = SIDES_OF[place] ?? [];
  const both = side === 'both' && sides.includes('left');
  return (both ? (['left', 'right'] as const) : [side as BodySide]).map((one) => ({
    region: place,
    side: one,
  }));
}
