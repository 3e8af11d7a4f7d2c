import { useLayoutEffect } from 'preact/hooks';

export interface Keys {
  toggle: () => void;
  back: () => void;
  next: () => void;
  hurts: () => void;
}

/** The player by keyboard. A key that a control needs for itself stays with the control. */
export function useKeys(keys: Keys, active: boolean): void {
  // In the same turn as the picture: a key pressed at the first sight of the player counts.
  useLayoutEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const act = actionFor(event.key, keys);
      if (!act || keepsKey(event.target, event.key)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function actionFor(key: string, keys: Keys): (() => void) | undefined {
  if (key === ' ') return keys.toggle;
  if (key === 'ArrowLeft') return keys.back;
  if (key === 'ArrowRight') return keys.next;
  return key === 'Escape' || key === 'h' || key === 'H' ? keys.hurts : undefined;
}

/** Space presses a button; a field and a slider need the arrows too. Escape and H stop from anywhere. */
function keepsKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (key === ' ') return target.closest('button, a, summary, input, select, textarea') !== null;
  return key.startsWith('Arrow') && target.closest('input, select, textarea') !== null;
}
