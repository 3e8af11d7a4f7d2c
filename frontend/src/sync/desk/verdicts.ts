/** What the rules say for the client that is open: read with her page, and again when she may have told something. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refused } from '../../api/desk-call';
import { readVerdicts } from '../../api/desk-verdicts';
import { verdictsOf } from '../../domain/desk/verdicts';
import { flagTick, openVerdicts, rowOf } from '../../store/desk';
import { noteEnd } from './clients';

let latest = 0;

/** Answers may overtake each other: the one that was asked last counts, and only its failure matters. */
export async function loadVerdicts(id: string): Promise<void> {
  latest += 1;
  const mine = latest;
  if (openVerdicts.value?.client_id !== id) openVerdicts.value = null;
  try {
    const { today, verdicts } = await readVerdicts(id);
    if (mine === latest) openVerdicts.value = { client_id: id, today, all: verdictsOf(verdicts) };
  } catch (error) {
    if (mine === latest) throw error;
  }
}

export interface FreshVerdicts {
  problem: Refused | null;
  load: () => Promise<void>;
}

/** Reads them again whenever her flags or her row in the list changed, or `tick`: something new may have come in. */
export function useFreshVerdicts(id: string, tick: unknown = null): FreshVerdicts {
  const [problem, setProblem] = useState<Refused | null>(null);
  const load = async () => {
    try {
      await loadVerdicts(id);
      setProblem(null);
    } catch (error) {
      if (!noteEnd(error)) setProblem(error as Refused);
    }
  };
  const now = JSON.stringify([id, tick, flagTick.value, rowOf(id)]);
  const seen = useRef(openVerdicts.value?.client_id === id ? now : '');
  useEffect(() => {
    if (seen.current === now) return;
    seen.current = now;
    void load();
  }, [now]);
  return { problem, load };
}
