import { useState } from 'preact/hooks';
import { addDays } from '../../../domain/days';
import { backOn, type Choice } from '../../../domain/reminders';
import { todayDate } from '../../../store';
import { reminders as words } from '../../../text/reminders';
import { Button, Field } from '../../../ui';
import { longDay } from '../parts/dates';
import type { Change } from './screen';

/** Away for a while: one tap, and one tap back. */
export function TimeOff({ choice, change }: { choice: Choice; change: Change }) {
  const [date, setDate] = useState<string | null>(null);
  const tomorrow = addDays(todayDate(), 1);
  const back = backOn(choice, todayDate());
  const until = (away_until: string | null) => void change({ away_until });
  const rings = choice.calendar && <p>{words.calendar.away}</p>;
  if (back)
    return (
      <section class="rem-part">
        <h2>{words.off.title}</h2>
        <p>{words.away(longDay(back))}</p>
        {rings}
        <Button kind="quiet" wide onClick={() => until(null)}>
          {words.off.back}
        </Button>
      </section>
    );
  return (
    <section class="rem-part">
      <h2>{words.off.title}</h2>
      <p class="soft">{words.off.text}</p>
      {rings}
      <div class="chips">
        <Tap onTap={() => until(tomorrow)}>{words.off.tomorrow}</Tap>
        <Tap onTap={() => until(addDays(todayDate(), 7))}>{words.off.week}</Tap>
        <Tap onTap={() => setDate(tomorrow)}>{words.off.date}</Tap>
      </div>
      {date !== null && (
        <div class="stack-tight">
          <Field label={words.off.on} name="back" type="date" min={tomorrow} value={date} onInput={setDate} />
          <Button wide disabled={date < tomorrow} onClick={() => until(date)}>
            {words.save}
          </Button>
        </div>
      )}
    </section>
  );
}

function Tap({ onTap, children }: { onTap: () => void; children: string }) {
  return (
    <button class="chip" type="button" onClick={onTap}>
      {children}
    </button>
  );
}
