import { useState } from 'preact/hooks';
import { faultsOf, type Slot } from '../../../domain/reminders';
import { reminders as words } from '../../../text/reminders';
import { Button, Dialog, Field } from '../../../ui';
import { named, weekdayName } from '../parts/dates';
import '../parts/later/settings-panel.css';
import type { Change } from './screen';

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const NEW: Slot = { time: '07:00', days: WEEK, enabled: true };

interface TimesProps {
  slots: readonly Slot[];
  change: Change;
}

/** Her times: each can be changed, switched off and on, or taken away. */
export function Times({ slots, change }: TimesProps) {
  const [place, setPlace] = useState<number | null>(null);
  const put = (at: number, slot: Slot) =>
    change({ slots: slots.map((one, own) => (own === at ? slot : one)) });
  return (
    <section class="rem-part">
      <h2>{words.times}</h2>
      <ul class="stack-tight">
        {slots.map((slot, at) => (
          <li class="lead-switch" key={`${slot.time} ${slot.days}`}>
            <button class="rem-slot" type="button" onClick={() => setPlace(at)}>
              <span class="rem-time">{slot.time}</span>
              <span class="soft small">{daysWords(slot.days)}</span>
            </button>
            <label class="rem-on">
              <input
                type="checkbox"
                aria-label={words.isOn(slot.time)}
                checked={slot.enabled}
                onChange={() => void put(at, { ...slot, enabled: !slot.enabled })}
              />
            </label>
          </li>
        ))}
      </ul>
      <Button kind="quiet" wide icon="plus" onClick={() => setPlace(slots.length)}>
        {words.add}
      </Button>
      <Dialog
        title={place === slots.length ? words.add : words.edit}
        open={place !== null}
        onClose={() => setPlace(null)}
      >
        {place !== null && (
          <Sheet slots={slots} place={place} change={change} onDone={() => setPlace(null)} />
        )}
      </Dialog>
    </section>
  );
}

function Sheet({ slots, place, change, onDone }: TimesProps & { place: number; onDone: () => void }) {
  const [slot, setSlot] = useState(slots[place] ?? NEW);
  const [fault, setFault] = useState<string | undefined>();
  const others = slots.filter((_, own) => own !== place);
  const keep = async (all: readonly Slot[]) => {
    if (await change({ slots: [...all].sort((a, b) => (a.time < b.time ? -1 : 1)) })) onDone();
  };
  const save = async () => {
    const all = [...others, slot];
    const found = faultOf(slot, all);
    setFault(found);
    if (!found) await keep(all);
  };
  const toggle = (day: number) => {
    const days = WEEK.filter((one) => slot.days.includes(one) !== (one === day));
    setSlot({ ...slot, days });
  };
  return (
    <form
      class="stack rem-sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={words.time}
        name="time"
        type="time"
        value={slot.time}
        error={fault}
        onInput={(time) => setSlot({ ...slot, time })}
      />
      <fieldset>
        <legend class="only-heard">{words.days}</legend>
        <div class="rem-days">
          {WEEK.map((day) => (
            <button
              key={day}
              class="chip"
              type="button"
              aria-pressed={slot.days.includes(day)}
              onClick={() => toggle(day)}
            >
              <span class="only-heard">{weekdayName(dateOf(day))}</span>
              <span aria-hidden="true">{shortName(day)}</span>
            </button>
          ))}
        </div>
      </fieldset>
      <Button wide type="submit" disabled={slot.time === ''}>
        {words.save}
      </Button>
      {place < slots.length && (
        <Button kind="quiet" wide icon="trash" onClick={() => void keep(others)}>
          {words.remove}
        </Button>
      )}
    </form>
  );
}

function faultOf(slot: Slot, all: readonly Slot[]): string | undefined {
  if (slot.days.length === 0) return words.noDay;
  const [first] = faultsOf({ slots: all, follow_up_min: null });
  return first && (first === 'slots' ? words.full : words.twice);
}

function daysWords(days: readonly number[]): string {
  if (days.length === 7) return words.everyDay;
  if (days.length === 5 && !days.includes(5) && !days.includes(6)) return words.weekdays;
  return days.map(days.length === 1 ? (day) => weekdayName(dateOf(day)) : shortName).join(', ');
}

/** A date of that weekday: the browser knows what it is called. */
function dateOf(day: number): string {
  return `2024-01-0${day + 1}`;
}

function shortName(day: number): string {
  return named(dateOf(day), { weekday: 'short' });
}
