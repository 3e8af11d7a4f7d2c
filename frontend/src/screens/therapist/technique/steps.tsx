import { useRef } from 'preact/hooks';
import { MOST_STEPS } from '../../../domain/desk/own-technique';
import { desk } from '../../../text/desk';
import { Button, Field, Icon } from '../../../ui';

const words = () => desk.content.editor;

interface StepsProps {
  at: number;
  steps: readonly string[];
  wrong: (path: string) => string;
  onChange: (steps: string[]) => void;
}

/** The steps one below the other, each looked at while it is written. */
export function Steps({ at, steps, wrong, onChange }: StepsProps) {
  const list = useRef<HTMLOListElement>(null);
  const put = (index: number, text: string) =>
    onChange(steps.map((step, other) => (other === index ? text : step)));
  const focusStep = (index: number) =>
    queueMicrotask(() => list.current?.querySelectorAll('input')[Math.max(0, index)]?.focus());
  const remove = (index: number) => {
    onChange(steps.filter((_, other) => other !== index));
    // The button that was pressed is gone: the field before it takes the keyboard's place.
    focusStep(index - 1);
  };
  const up = (index: number) => {
    const moved = [...steps];
    moved.splice(index - 1, 0, ...moved.splice(index, 1));
    onChange(moved);
    focusStep(index - 1);
  };
  return (
    <div class="picks">
      <p class="field-label">{words().steps}</p>
      <p class="field-hint">{words().stepsHint}</p>
      <ol class="technique-steps" ref={list}>
        {steps.map((step, index) => (
          // A step has nothing but its place.
          <li key={index}>
            <Field
              label={words().step(index + 1)}
              name={`step-${at}-${index}`}
              value={step}
              error={wrong(`levels.${at}.steps.${index}`)}
              onInput={(text) => put(index, text)}
            />
            <div class="technique-step-acts">
              <StepButton
                icon="up"
                label={words().upStep(index + 1)}
                off={index === 0}
                run={() => up(index)}
              />
              <StepButton
                icon="close"
                label={words().removeStep(index + 1)}
                off={steps.length === 1}
                run={() => remove(index)}
              />
            </div>
          </li>
        ))}
      </ol>
      {wrong(`levels.${at}.steps`) && (
        <p class="field-error" role="alert">
          {wrong(`levels.${at}.steps`)}
        </p>
      )}
      {steps.length < MOST_STEPS && (
        <div>
          <Button
            kind="link"
            icon="plus"
            onClick={() => {
              onChange([...steps, '']);
              focusStep(steps.length);
            }}
          >
            {words().addStep}
          </Button>
        </div>
      )}
    </div>
  );
}

interface StepButtonProps {
  icon: 'up' | 'close';
  label: string;
  off: boolean;
  run: () => void;
}

function StepButton({ icon, label, off, run }: StepButtonProps) {
  return (
    <button
      type="button"
      class="technique-act"
      aria-label={label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : run}
    >
      <Icon name={icon} size={1.25} />
    </button>
  );
}
