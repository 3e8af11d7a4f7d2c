import type { ClientCard } from '../../../../api/desk';
import type { Area } from '../../../../domain/body-places';
import { instantText } from '../../../../domain/days';
import type { Visit } from '../../../../domain/desk/visits';
import { body } from '../../../../text/body';
import { instantWords } from '../../parts/when';

/** Until when, on the clock of the person it is about. */
export function untilWords(at_ms: number, { timezone }: ClientCard): string {
  return instantWords(instantText(at_ms), timezone);
}

export function placesOf({ regions }: Visit): string {
  return regions.map((area) => body.area(area as Area)).join(', ');
}
