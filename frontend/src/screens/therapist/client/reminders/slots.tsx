import { isSilenced, withChanged, withOneMore, withoutOne } from '../../../../domain/desk/reminders';
import type { Slot } from '../../../../domain/reminders';
import { desk } from '../../../../text/desk';
import { Button, Field } from '../../../../ui';
import { Check } from '../../parts/check';
import { DayChips } from '../../parts/day-chips';
import type { PartProps } from './form';

const words = () => desk.reminders.form;

/** The times, each with its weekdays. */
export function SlotsForm({ choice, change, fault }: PartProps) {
  const { slots } = choice;
  const put = (next: Slot[]) => change({ slots: next });
  return (
    <div class="stack-tight">
      {slots.length === 0 && <p class="soft">{words().nothing}</p>}
      <ol class="reminder-slots">
        {slots.map((slot, place) => (
          <li class="reminder-slot" key={place}>
            <Field
              label={words().time(place + 1)}
              name={`time-${place}`}
              type="time"
              value={slot.time}
              error={fault(`slots.${place}.time`)}
              hint={isSilenced(choice, slot) ? desk.reminders.inQuiet : undefined}
              onInput={(time) => put(withChanged(slots, place, { time }))}
            />
            <DayChips
              label={words().days(place + 1)}
              days={slot.days}
              onChange={(days) => put(withChanged(slots, place, { days }))}
            />
            <div class="reminder-slot-end">
              <Check
                label={words().on}
                checked={slot.enabled}
                onChange={(enabled) => put(withChanged(slots, place, { enabled }))}
              />
              <Button
                kind="link"
                label={words().removeOf(place + 1)}
                onClick={() => put(withoutOne(slots, place))}
              >
                {words().remove}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {fault('slots') && (
        <p class="field-error" role="alert">
          {fault('slots')}
        </p>
      )}
      <div>
        <Button kind="quiet" icon="plus" onClick={() => put(withOneMore(slots))}>
          {words().add}
        </Button>
      </div>
    </div>
  );
}
