import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

export interface LabelledProps {
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
}

/** What a control needs to be told apart and described: its own id, and what stands under it. */
export interface Described {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** Label above, hint and error below: the one shape of everything that is filled in. */
export function Labelled({
  label,
  error,
  hint,
  children,
}: LabelledProps & { children: (described: Described) => ComponentChildren }) {
  const id = useId();
  const by = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': by || undefined })}
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
