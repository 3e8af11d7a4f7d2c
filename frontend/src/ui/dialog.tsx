import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { text } from '../text';
import { Button } from './button';
import './dialog.css';

export interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** A question above the page: the browser's own dialog keeps focus inside and closes on Escape. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog class="dialog" ref={ref} aria-labelledby={id} onClose={onClose}>
      {open && (
        <div class="dialog-inside">
          <div class="dialog-head">
            <h2 id={id}>{title}</h2>
            <Button kind="quiet" icon="close" label={text.ui.close} onClick={() => ref.current?.close()}>
              {''}
            </Button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
