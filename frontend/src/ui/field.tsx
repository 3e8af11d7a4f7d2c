import { Labelled, type LabelledProps } from './labelled';

export interface FieldProps extends LabelledProps {
  name: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'time' | 'tel' | 'search' | undefined;
  multiline?: boolean | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'search' | undefined;
  maxlength?: number | undefined;
  min?: string | undefined;
  max?: string | undefined;
  required?: boolean | undefined;
  placeholder?: string | undefined;
  /** Letters for codes: no help by the keyboard, capitals. */
  code?: boolean | undefined;
}

const CODE = { autocapitalize: 'characters', autocorrect: 'off', spellcheck: false } as const;

export function Field(props: FieldProps) {
  const { label, hint, error, onInput, type = 'text', multiline, code } = props;
  const shared = {
    name: props.name,
    value: props.value,
    autocomplete: props.autocomplete ?? 'off',
    maxLength: props.maxlength,
    required: props.required,
    placeholder: props.placeholder,
    inputMode: props.inputmode,
    ...(code ? CODE : {}),
  };
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) =>
        multiline ? (
          <textarea
            class="field-input"
            rows={3}
            {...described}
            {...shared}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        ) : (
          <input
            class={code ? 'field-input field-code' : 'field-input'}
            type={type as 'text'}
            {...described}
            {...shared}
            min={props.min}
            max={props.max}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )
      }
    </Labelled>
  );
}
