import { useState } from 'preact/hooks';
import type { Log } from '../../../../domain/types';
import { NotSaved, saveLogs } from '../../../../store';

export type Keeping = 'open' | 'saving' | 'unsaved';

/** Saves what she told; true when it is on disk, and only then may a page say so. */
export function useKeeping(): [Keeping, (logs: readonly Log[]) => Promise<boolean>] {
  const [state, setState] = useState<Keeping>('open');
  const keep = async (logs: readonly Log[]) => {
    setState('saving');
    try {
      await saveLogs(logs);
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      setState('unsaved');
      return false;
    }
    setState('open');
    return true;
  };
  return [state, keep];
}
