import { awayOn } from '../../../../domain/away';
import { therapistOf } from '../../../../domain/today';
import { todayDate, view } from '../../../../store';
import { history } from '../../../../text/history';
import { shortDay } from './dates';

/** Says that her therapist is away, and who looks meanwhile; nothing while she is there. */
export function AwayNote() {
  const me = view.value?.me;
  const away = awayOn(me?.away, todayDate());
  if (!me || !away) return null;
  return <p class="small">{history.news.away(therapistOf(me), shortDay(away.until), away.cover_name)}</p>;
}
