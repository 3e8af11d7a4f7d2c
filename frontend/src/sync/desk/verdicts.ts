/** What the rules say for the client that is open: read with her page, and again when she may have told something. */
import { useEffect, useRef } from 'preact/hooks';
import { readVerdicts } from '../../api/desk-verdicts';
import { verdictsOf } from '../../domain/desk/verdicts';
import { openVerdicts, rowOf } from '../../store/desk';
import { type Action, useAction } from './use-action';

let latest = 0;

export async function loadVerdicts(id: string): Promise<void> {
  latest += 1;
  const mine = latest;
  if (openVerdicts.value?.client_id !== id) openVerdicts.value = null;
  const { today, verdicts } = await readVerdicts(id);
  // Answers may overtake each other; the one that was asked last counts.
  if (mine === latest) openVerdicts.value = { client_id: id, today, all: verdictsOf(verdicts) };
}

/** Reads them again whenever the client's row in the list or `tick` changed: something new of her may have come in. */
export function useFreshVerdicts(id: string, tick: unknown = null): Action {
  const loading = useAction();
  const now = JSON.stringify([id, tick, rowOf(id)]);
  const seen = useRef(openVerdicts.value?.client_id === id ? now : '');
  useEffect(() => {
    if (seen.current === now) return;
    seen.current = now;
    void loading.run(() => loadVerdicts(id));
  }, [now]);
  return loading;
}
