import { loadHistoryWords } from '../../../text/history';
import { slot } from '../parts/later-part';

const Week = slot(() => import('../parts/days/week').then((m) => m.Week), loadHistoryWords);

/** The week's row comes after the day itself is shown; its room is kept, so that nothing moves. */
export function ThisWeek({ today }: { today: string }) {
  return (
    <div class="today-week">
      <Week today={today} />
    </div>
  );
}
