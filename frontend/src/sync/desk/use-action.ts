import { useState } from 'preact/hooks';
import { Refused } from '../../api/desk-call';
import { noteEnd } from './clients';

export interface Action {
  busy: boolean;
  problem: Refused | null;
  /** Runs the work once at a time; resolves true when it got through. */
  run: (work: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
}

/** Something that she started and that the server has to answer. A refusal becomes `problem`; a fault stays a fault. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof Refused && error.code === 'wrong_credentials') setProblem(error);
      else if (!noteEnd(error)) setProblem(error as Refused);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run, clear: () => setProblem(null) };
}
