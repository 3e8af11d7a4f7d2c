import { addDays } from '../../../domain/days';
import type { Asking } from '../../../domain/screening';
import { nextPractice } from '../../../domain/today';
import type { View } from '../../../domain/types';
import { fetchRules } from '../../../store/screening';
import { text } from '../../../text';
import { Banner, Button, Slice } from '../../../ui';
import { longDay, weekdayName } from '../parts/dates';

interface InsteadProps {
  kind: 'waiting' | 'rest' | 'soon';
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

/** A question takes about this long to read and answer. */
const QUESTION_S = 12;

/** The safety questions come before everything else; how many, and how long it takes. */
export function Questions({ due }: { due: Asking['due'] }) {
  const words = text.client.today;
  const waiting = due.filter(({ safety }) => safety);
  const isNew = waiting.some(({ why }) => why === 'first');
  const minutes = Math.max(1, Math.round((waiting.length * QUESTION_S) / 60));
  return (
    <section class="card stack-tight">
      <h2>{words.questionsTitle}</h2>
      {!isNew && <p>{words.questionsAgain}</p>}
      <p class="soft">{words.questions(waiting.length, minutes)}</p>
    </section>
  );
}

/** Without the rules nothing is checked, so nothing begins. */
export function Unchecked() {
  const words = text.client.today;
  return (
    <Banner
      tone="warn"
      title={words.uncheckedTitle}
      action={
        <Button kind="quiet" onClick={() => void fetchRules()}>
          {words.uncheckedAgain}
        </Button>
      }
    >
      {words.unchecked}
    </Banner>
  );
}
