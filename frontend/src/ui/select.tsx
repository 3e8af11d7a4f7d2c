import { Labelled, type LabelledProps } from './labelled';

export interface SelectProps extends LabelledProps {
  name: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

export function Select({ label, hint, error, name, value, options, onChange }: SelectProps) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) => (
        <select
          class="field-input"
          {...described}
          name={name}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
