import type { DayMark } from '../domain/history/calendar';
import './day.css';
import { Slice } from './slice';

export interface DayProps {
  mark: DayMark;
  /** Of a slice, in rem; a day off takes the same room. */
  size: number;
  /** What a screen reader says of the day. */
  label: string;
}

/** One day of a month or week: its slice, a pale one for a quiet day, a dot for a day off, nothing for what is ahead. */
export function Day({ mark, size, label }: DayProps) {
  if (mark.kind === 'practised') return <Slice parts={mark.parts} size={size} label={label} />;
  if (mark.kind === 'quiet' || mark.kind === 'open') return <Slice parts={[]} size={size} label={label} />;
  return (
    <span class="day-place" style={{ inlineSize: `${size}rem` }}>
      {mark.kind === 'off' && (
        <span class={mark.why === 'rest' || mark.why === 'none' ? 'day-dot' : 'day-dot day-dot-open'}>
          <span class="only-heard">{label}</span>
        </span>
      )}
    </span>
  );
}
