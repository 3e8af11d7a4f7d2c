import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where she writes first. A dialog looks for the mark while it opens, after everything inside it was drawn, and would
 * else begin at its closing button.
 */
export function useFirstField(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector('textarea, [type="search"]')?.setAttribute('autofocus', '');
  }, []);
  return form;
}
