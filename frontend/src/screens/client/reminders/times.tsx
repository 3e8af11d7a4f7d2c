import { useRef, useState } from 'preact/hooks';
import { type Choice, faultsOf, isQuiet, type Slot } from '../../../domain/reminders';
import { reminders as words } from '../../../text/reminders';
import { Banner, Button, Dialog, Field } from '../../../ui';
import { named, weekdayName } from '../parts/dates';
import '../parts/later/settings-panel.css';
import type { Change } from './screen';

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const NEW: Slot = { time: '07:00', days: WEEK, enabled: true };

interface TimesProps {
  choice: Choice;
  change: Change;
}

/** Her times: each can be changed, switched off and on, or taken away. */
export function Times({ choice, change }: TimesProps) {
  const { slots } = choice;
  const [place, setPlace] = useState<number | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const removed = useRef(false);
  const close = () => {
    setPlace(null);
    // The row that opened the sheet is gone.
    if (removed.current) heading.current?.focus();
    removed.current = false;
  };
  const put = (at: number, slot: Slot) =>
    change({ slots: slots.map((one, own) => (own === at ? slot : one)) });
  return (
    <section class="rem-part">
      <h2 ref={heading} tabIndex={-1}>
        {words.times}
      </h2>
      <ul class="stack-tight">
        {slots.map((slot, at) => (
          // By its place: changed, it is still the row to which the focus comes back.
          <li class="lead-switch" key={at}>
            <button class="rem-slot" type="button" onClick={() => setPlace(at)}>
              <span class="rem-time">{slot.time}</span>
              <span class="soft small">{daysWords(slot.days)}</span>
              {isHushed(choice, slot) && <span class="small">{words.quiet.inside}</span>}
            </button>
            <label class="rem-on">
              <input
                type="checkbox"
                aria-label={words.isOn(nameOf(slot, slots))}
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
      <Dialog title={place === slots.length ? words.add : words.edit} open={place !== null} onClose={close}>
        {place !== null && (
          <Sheet
            choice={choice}
            place={place}
            change={change}
            onDone={(without) => {
              removed.current = without;
              setPlace(null);
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

interface SheetProps extends TimesProps {
  place: number;
  /** `without`: the time was taken away. */
  onDone: (without: boolean) => void;
}

function Sheet({ choice, place, change, onDone }: SheetProps) {
  const { slots } = choice;
  const [slot, setSlot] = useState(slots[place] ?? NEW);
  const [fault, setFault] = useState<string | undefined>();
  const [unsaved, setUnsaved] = useState(false);
  const others = slots.filter((_, own) => own !== place);
  const keep = async (all: readonly Slot[]) => {
    const kept = await change({ slots: [...all].sort((a, b) => (a.time < b.time ? -1 : 1)) });
    setUnsaved(!kept);
    if (kept) onDone(all === others);
  };
  const save = async () => {
    const all = [...others, slot];
    const found = faultOf(slot, all);
    setFault(found);
    if (!found) await keep(all);
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
        hint={isHushed(choice, slot) ? words.quiet.inside : undefined}
        error={fault === words.noDay ? undefined : fault}
        onInput={(time) => setSlot({ ...slot, time })}
      />
      <Days slot={slot} onChange={setSlot} fault={fault === words.noDay ? fault : undefined} />
      {unsaved && <Banner tone="urgent" title={words.unsaved} />}
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

interface DaysProps {
  slot: Slot;
  onChange: (slot: Slot) => void;
  fault: string | undefined;
}

function Days({ slot, onChange, fault }: DaysProps) {
  const toggle = (day: number) =>
    onChange({ ...slot, days: WEEK.filter((one) => slot.days.includes(one) !== (one === day)) });
  return (
    <fieldset aria-describedby={fault && 'rem-no-day'}>
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
      {fault && (
        <p class="field-error" id="rem-no-day" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

/** It stands there, and her own quiet hours keep it from coming. */
function isHushed({ quiet, calendar }: Choice, { time }: Slot): boolean {
  return quiet !== null && !calendar && isQuiet(quiet, time);
}

/** Where one time stands there twice, its days tell it apart. */
function nameOf({ time, days }: Slot, all: readonly Slot[]): string {
  return all.filter((one) => one.time === time).length > 1 ? `${time}, ${daysWords(days)},` : time;
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
