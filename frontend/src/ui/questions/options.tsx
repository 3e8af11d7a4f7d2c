import type { Option } from '../../domain/questions';
import { Icon } from '../icon';
import './questions.css';

interface OptionsProps {
  /** What they answer. */
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  /** Several may be chosen: each shows an empty box until it is. */
  many?: boolean | undefined;
  onPick: (id: string) => void;
}

/**
 * Big buttons, one below the other. Buttons and not radios: an arrow key that looks around must not answer, while a
 * press may lead on to the next question.
 */
export function Options({ label, options, chosen, many, onPick }: OptionsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a column in every engine
    <div class="options" role="group" aria-label={label}>
      {options.map(({ id, label: said }) => (
        <button
          key={id}
          type="button"
          class="option"
          aria-pressed={chosen.includes(id)}
          onClick={() => onPick(id)}
        >
          <span>{said}</span>
          {chosen.includes(id) ? <Icon name="check" /> : many && <span class="option-box" />}
        </button>
      ))}
    </div>
  );
}
