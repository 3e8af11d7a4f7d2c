import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refused } from '../../../api/desk-call';
import type { Intake } from '../../../domain/desk/answers';
import type { FlagSheet } from '../../../domain/desk/flags';
import { openLogs, rowOf } from '../../../store/desk';
import { noteEnd } from '../../../sync/desk/clients';
import { readScreening, type ScreeningFile } from '../../../sync/desk/screening';
import { loadIntakeWords } from '../../../text/intake';

/** Kinds of log that tell something of flags or answers. */
const TELLS = ['flag', 'intake', 'check', 'void'];

export interface Screening {
  file: ScreeningFile | null;
  problem: Refused | null;
  reload: () => Promise<void>;
  setSheet: (sheet: FlagSheet) => void;
  setIntake: (intake: Intake) => void;
}

/** A client's flags and answers, read anew whenever her phone tells something of them. */
export function useScreening(id: string): Screening {
  const [file, setFile] = useState<ScreeningFile | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);
  const asked = useRef(0);
  const reload = async () => {
    const mine = ++asked.current;
    try {
      const [read] = await Promise.all([readScreening(id), loadIntakeWords()]);
      if (mine !== asked.current) return;
      setFile(read);
      setProblem(null);
    } catch (error) {
      if (!noteEnd(error) && mine === asked.current) setProblem(error as Refused);
    }
  };
  const news = newsOf(id);
  useEffect(() => {
    void reload();
    return () => {
      asked.current += 1;
    };
  }, [id, news]);
  return {
    file,
    problem,
    reload,
    setSheet: (sheet) => setFile((known) => known && { ...known, sheet }),
    setIntake: (intake) => setFile((known) => known && { ...known, intake }),
  };
}

/** Changes when something came in that may have changed flags or answers. */
function newsOf(id: string): string {
  const open = openLogs.value?.client_id === id ? openLogs.value.rows : [];
  const newest = open.find((row) => TELLS.includes(row.log.kind))?.seq ?? 0;
  return `${newest} ${rowOf(id)?.red_flag?.received_at ?? ''}`;
}
