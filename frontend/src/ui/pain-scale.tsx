import { useId } from 'preact/hooks';
import { text } from '../text';
import './pain-scale.css';

export interface PainScaleProps {
  /** 0-10, or null while nothing is chosen. */
  value: number | null;
  onChange: (value: number) => void;
  label: string;
  /** What 0 and 10 mean, where it is not pain. */
  ends?: readonly [string, string] | undefined;
  /** A finger on a number; the arrow keys only choose. */
  onTap?: ((value: number) => void) | undefined;
}

const ROWS = [
  [0, 1, 2, 3, 4, 5],
  [6, 7, 8, 9, 10],
] as const;

/** Pain from 0 to 10 in two rows of thumb-sized targets; native radios, so arrow keys work. */
export function PainScale({ value, onChange, label, onTap, ends }: PainScaleProps) {
  const [low, high] = ends ?? [text.ui.painLow, text.ui.painHigh];
  const name = useId();
  return (
    <div class="pain" role="radiogroup" aria-label={label}>
      {ROWS.map((row) => (
        <div class="pain-row" key={row[0]}>
          {row.map((mark) => (
            <label class="pain-mark" key={mark}>
              <input
                type="radio"
                name={name}
                value={mark}
                checked={value === mark}
                aria-label={mark === 0 ? `0, ${low}` : mark === 10 ? `10, ${high}` : String(mark)}
                onChange={() => onChange(mark)}
                onClick={(event) => event.detail > 0 && onTap?.(mark)}
              />
              <span aria-hidden="true">{mark}</span>
            </label>
          ))}
        </div>
      ))}
      <div class="pain-ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  );
}
