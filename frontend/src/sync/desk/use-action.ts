import { useRef, useState } from 'preact/hooks';
import { Refused } from '../../api/desk-call';
import { uuidv7 } from '../../store/ids';
import { noteEnd } from './clients';

/** Gives what is sent the name under which it stands once, however often it is sent. */
export type Named = <Body extends object>(body: Body) => Body & { id: string };

export interface Action {
  busy: boolean;
  problem: Refused | null;
  /**
   * Runs the work once at a time; resolves true when it got through. Until then the same words keep their name: an
   * answer may be lost on the way back. What is filled in anew has a new one.
   */
  run: (work: (named: Named) => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
}

/** Something that she started and that the server has to answer. A refusal becomes `problem`; a fault stays a fault. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refused | null>(null);
  // Two taps within one frame see the same `busy`: only a ref tells the second that the first is on its way.
  const running = useRef(false);
  const names = useRef(new Map<string, string>());
  const named: Named = (body) => {
    const said = JSON.stringify(body);
    const id = names.current.get(said) ?? uuidv7();
    names.current.set(said, id);
    return { ...body, id };
  };
  const run = async (work: (named: Named) => Promise<unknown>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work(named);
      names.current.clear();
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
