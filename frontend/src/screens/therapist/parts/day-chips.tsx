import { ALL_DAYS } from '../../../domain/desk/draft';
import { desk } from '../../../text/desk';
import './day-chips.css';

export interface DayChipsProps {
  label: string;
  days: readonly number[];
  /** Days that can be chosen at all; the others are shown, but rest. */
  offered?: readonly number[] | undefined;
  onChange: (days: number[]) => void;
}

/** The seven days of a week. At least one stays chosen. */
export function DayChips({ label, days, offered = ALL_DAYS, onChange }: DayChipsProps) {
  const toggle = (day: number) => {
    const next = ALL_DAYS.filter((one) => (one === day ? !days.includes(one) : days.includes(one)));
    if (next.length > 0) onChange(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row in every engine
    <div class="day-chips" role="group" aria-label={label}>
      {ALL_DAYS.map((day) => (
        <button
          key={day}
          type="button"
          aria-pressed={days.includes(day)}
          disabled={!offered.includes(day)}
          onClick={() => toggle(day)}
        >
          <span aria-hidden="true">{desk.weekdays[day]}</span>
          <span class="only-heard">{desk.weekdaysLong[day]}</span>
        </button>
      ))}
    </div>
  );
}
