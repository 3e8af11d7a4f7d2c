import { useRef, useState } from 'preact/hooks';
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
  // Two taps within one frame see the same `busy`: only a ref tells the second that the first is on its way.
  const running = useRef(false);
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
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
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, problem, run, clear: () => setProblem(null) };
}
