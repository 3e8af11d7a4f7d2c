import { me } from '../../../store/desk';
import { followTold } from '../../../text/language';

/** She is in: on to `place`, by a page of its own where she reads in another language than this one. */
export function enter(place: string, route: (place: string, replace: boolean) => void): void {
  const who = me.value;
  if (who && followTold(who.id, who.language)) location.replace(place);
  else route(place, true);
}
