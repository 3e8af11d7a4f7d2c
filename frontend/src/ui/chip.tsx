import type { ComponentChildren } from 'preact';
import './chip.css';

export interface ChipProps {
  pressed: boolean;
  onToggle: () => void;
  children: ComponentChildren;
  disabled?: boolean | undefined;
}

export function Chip({ pressed, onToggle, children, disabled }: ChipProps) {
  return (
    <button class="chip" type="button" aria-pressed={pressed} disabled={disabled} onClick={onToggle}>
      {children}
    </button>
  );
}

/** Chips that answer one question; `label` is the question. */
export function Chips({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row in every engine
    <div class="chips" role="group" aria-label={label}>
      {children}
    </div>
  );
}
