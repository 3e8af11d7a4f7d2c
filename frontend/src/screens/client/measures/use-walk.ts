import { useState } from 'preact/hooks';
import { goalsLog, measureLog, type Step } from '../../../domain/measures-phone';
import type { Goal } from '../../../domain/questions';
import type { Log } from '../../../domain/types';
import { deviceZone, NotSaved, newLogId, saveLogs } from '../../../store';
import { keepHalf } from '../../../store/measures';

/** What was chosen so far; goals by her own words. */
export interface Told {
  pain: number | null;
  change: number | null;
  goals: Readonly<Record<string, number>>;
  named: readonly Goal[];
}

export interface Walk {
  at: number;
  told: Told;
  state: 'open' | 'saving' | 'unsaved';
  skipped: boolean;
  tell: (told: Partial<Told>) => void;
  next: () => Promise<void>;
  skip: () => void;
  back: () => void;
}

/** One thing after the other. A measure is saved with its last answer; goals half told wait on this phone. */
export function useWalk(steps: readonly Step[], half: Readonly<Record<string, number>>): Walk {
  const [at, setAt] = useState(() => first(steps, half));
  const [told, setTold] = useState<Told>({ pain: null, change: null, goals: half, named: [] });
  const [state, setState] = useState<Walk['state']>('open');
  const [skipped, setSkipped] = useState(false);
  const next = async () => {
    const step = steps[at];
    if (!step) return;
    if (!step.last) await keepHalf(told.goals);
    else if (!(await keep(logsOf(step, steps, told), setState))) return;
    setAt(at + 1);
  };
  const skip = () => {
    setSkipped(true);
    setAt(at + 1);
  };
  const tell = (more: Partial<Told>) => setTold((before) => ({ ...before, ...more }));
  return { at, told, state, skipped, tell, next, skip, back: () => setAt(at - 1) };
}

/** Who has rated some of her goals already goes on behind them. */
function first(steps: readonly Step[], half: Readonly<Record<string, number>>): number {
  const from = steps.findIndex(
    (step) => step.goal === undefined || step.last || !Object.hasOwn(half, step.goal),
  );
  return Math.max(0, from);
}

async function keep(logs: readonly Log[], note: (state: Walk['state']) => void): Promise<boolean> {
  note('saving');
  try {
    await saveLogs(logs);
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    note('unsaved');
    return false;
  }
  note('open');
  return true;
}

/** What the last answer of a measure makes whole. */
function logsOf(step: Step, steps: readonly Step[], { pain, change, goals, named }: Told): Log[] {
  const at = [newLogId(), Date.now(), deviceZone()] as const;
  if (step.kind === 'pain') return [measureLog('pain_avg', { avg: pain ?? 0 }, ...at)];
  if (step.kind === 'change') return [measureLog('groc', { change: change ?? 0 }, ...at)];
  const asked = steps.flatMap(({ goal }) => (goal === undefined ? [] : [[goal, goals[goal] ?? 0] as const]));
  if (step.kind === 'goal') return [measureLog('psfs', Object.fromEntries(asked), ...at)];
  const rated = named.map(({ activity, score }) => [activity.trim(), score ?? 0] as const);
  return [goalsLog(named, newLogId(), at[1], at[2]), measureLog('psfs', Object.fromEntries(rated), ...at)];
}
