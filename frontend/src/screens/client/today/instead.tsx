import { addDays } from '../../../domain/days';
import { nextPractice } from '../../../domain/today';
import type { View } from '../../../domain/types';
import { text } from '../../../text';
import { Slice } from '../../../ui';
import { longDay, weekdayName } from '../parts/dates';

interface InsteadProps {
  kind: 'waiting' | 'closed' | 'rest' | 'soon';
  therapist: string;
  startsOn?: string;
  view?: View;
  date?: string;
}

/** What stands where today's practice would be, and why. */
export function Instead({ kind, therapist, startsOn, view, date }: InsteadProps) {
  const words = text.client.today;
  const said = {
    waiting: { title: words.waitingTitle, body: words.waiting(therapist) },
    closed: { title: words.closedTitle, body: words.closed(therapist) },
    rest: { title: words.restTitle, body: words.rest(view && date ? nextDay(view, date) : null) },
    soon: { title: words.soonTitle, body: startsOn ? words.soon(longDay(startsOn)) : '' },
  }[kind];
  return (
    <section class="card today-instead">
      <Slice parts={[0, 0, 0, 0, 0]} size={4.5} label="" />
      <div class="stack-tight">
        <h2>{said.title}</h2>
        <p>{said.body}</p>
      </div>
    </section>
  );
}

function nextDay(view: View, date: string): string | null {
  const next = nextPractice(
    view,
    [1, 2, 3, 4, 5, 6, 7].map((ahead) => addDays(date, ahead)),
  );
  return next && weekdayName(next);
}
