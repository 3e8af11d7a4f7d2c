/** A choice of reminders in words. */
import { localDate } from '../../../../domain/days';
import { type Choice, nearness } from '../../../../domain/reminders';
import { desk } from '../../../../text/desk';
import { clock, instantWords, plainDay, todayIn } from '../../parts/when';

const words = () => desk.reminders;

/** "next: tomorrow 07:00", in the zone of the choice; nothing while nothing is on. */
export function nextWords({
  next_due_at,
  timezone,
}: {
  next_due_at: string | null;
  timezone: string;
}): string {
  if (next_due_at === null) return '';
  const date = localDate(Date.parse(next_due_at), timezone);
  const isTomorrow = nearness(date, todayIn(timezone)) === 'tomorrow';
  const when = isTomorrow
    ? `${words().tomorrow} ${clock(next_due_at, timezone)}`
    : instantWords(next_due_at, timezone);
  return words().next(when);
}

/** All but the times: zone, quiet hours, away, one more. */
export function besideWords(choice: Choice, today: string): string {
  const { timezone, follows_phone, quiet, away_until, follow_up_min } = choice;
  return [
    words().zone(timezone.replaceAll('_', ' '), follows_phone),
    quiet && words().quiet(quiet.from, quiet.to),
    away_until && away_until > today && words().away(plainDay(away_until, today)),
    follow_up_min !== null && words().followUp(words().after(follow_up_min)),
  ]
    .filter(Boolean)
    .join(' · ');
}
