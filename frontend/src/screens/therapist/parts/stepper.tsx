import { desk } from '../../../text/desk';
import { Icon } from '../../../ui';
import './stepper.css';

export interface StepperProps {
  /** What is counted, for the two buttons: "Neck at the wall, left, hold". */
  label: string;
  value: string;
  onStep: (direction: -1 | 1) => void;
  atLeast?: boolean | undefined;
  atMost?: boolean | undefined;
}

/** A number with one button less and one more. The buttons stay focusable at the ends, so the keyboard keeps its place. */
export function Stepper({ label, value, onStep, atLeast, atMost }: StepperProps) {
  const step = (direction: -1 | 1, blocked: boolean | undefined) => () => {
    if (!blocked) onStep(direction);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row in every engine
    <div class="stepper" role="group" aria-label={label}>
      <button
        type="button"
        aria-label={desk.builder.chosen.less(label)}
        aria-disabled={atLeast || undefined}
        onClick={step(-1, atLeast)}
      >
        <Icon name="minus" size={1.125} />
      </button>
      <output class="figures">{value}</output>
      <button
        type="button"
        aria-label={desk.builder.chosen.more(label)}
        aria-disabled={atMost || undefined}
        onClick={step(1, atMost)}
      >
        <Icon name="plus" size={1.125} />
      </button>
    </div>
  );
}
