import { useId } from 'preact/hooks';
import './field.css';

export interface FieldProps {
  label: string;
  name: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'tel' | 'search' | undefined;
  multiline?: boolean | undefined;
  error?: string | undefined;
  hint?: string | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'search' | undefined;
  maxlength?: number | undefined;
  required?: boolean | undefined;
  placeholder?: string | undefined;
  /** Letters for codes: no help by the keyboard, capitals. */
  code?: boolean | undefined;
}

export function Field(props: FieldProps) {
  const { label, name, value, onInput, type = 'text', multiline, error, hint, autocomplete, code } = props;
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const shared = {
    id,
    name,
    value,
    autocomplete: autocomplete ?? 'off',
    maxLength: props.maxlength,
    required: props.required,
    placeholder: props.placeholder,
    inputMode: props.inputmode,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described,
    ...(code
      ? { autocapitalize: 'characters' as const, autocorrect: 'off' as const, spellcheck: false }
      : {}),
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {multiline ? (
        <textarea class="field-input" rows={3} {...shared} onInput={(e) => onInput(e.currentTarget.value)} />
      ) : (
        <input
          class={code ? 'field-input field-code' : 'field-input'}
          type={type as 'text'}
          {...shared}
          onInput={(e) => onInput(e.currentTarget.value)}
        />
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
