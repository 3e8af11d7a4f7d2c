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
  switch (mark.kind) {
    case 'practised':
      return <Slice parts={mark.parts} size={size} label={label} />;
    case 'quiet':
    case 'open':
      return <Slice parts={[]} size={size} label={label} />;
    case 'ahead':
      // A week that is still to come takes no more room than its numbers.
      return null;
    case 'off':
      return <Off why={mark.why} size={size} label={label} />;
  }
}

function Off({ why, size, label }: { why: string; size: number; label: string }) {
  return (
    <span class="day-place" style={{ inlineSize: `${size}rem` }}>
      <span class={why === 'rest' || why === 'none' ? 'day-dot' : 'day-dot day-dot-open'}>
        <span class="only-heard">{label}</span>
      </span>
    </span>
  );
}
