import { useId } from 'preact/hooks';
import { measures as words } from '../../../text/measures';
import '../../../ui/pain-scale.css';

export interface ChangeScaleProps {
  /** -5 to +5, or null while nothing is chosen. */
  value: number | null;
  label: string;
  onChange: (value: number) => void;
}

const ROWS = [[5, 4, 3, 2, 1], [0], [-1, -2, -3, -4, -5]] as const;

/** How it changed since the start: better above, worse below, no change between. */
export function ChangeScale({ value, label, onChange }: ChangeScaleProps) {
  const name = useId();
  return (
    <div class="pain change" role="radiogroup" aria-label={label}>
      {ROWS.map((row) => (
        <div class="change-part" key={row[0]}>
          <p class="small soft" aria-hidden="true">
            {meaning(row[0])}
          </p>
          <div class="change-row">
            {row.map((mark) => (
              <label class="pain-mark" key={mark}>
                <input
                  type="radio"
                  name={name}
                  value={mark}
                  checked={value === mark}
                  aria-label={heard(mark)}
                  onChange={() => onChange(mark)}
                />
                <span aria-hidden="true">{shown(mark)}</span>
              </label>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function meaning(mark: number): string {
  if (mark === 0) return words.same;
  return mark > 0 ? words.better : words.worse;
}

function heard(mark: number): string {
  const end = { '-5': words.changeEnds[0], 5: words.changeEnds[1] }[String(mark)];
  return `${shown(mark)}, ${end ?? meaning(mark)}`;
}

function shown(mark: number): string {
  return mark > 0 ? `+${mark}` : String(mark).replace('-', '−');
}
