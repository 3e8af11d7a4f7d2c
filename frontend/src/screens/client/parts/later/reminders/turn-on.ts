import { useState } from 'preact/hooks';
import { type TurnedOn, turnOnPush } from '../../../../../push';

export interface TurningOn {
  busy: boolean;
  /** What came of it; null before the first tap. */
  outcome: TurnedOn | null;
  /** Call it in the tap itself, or the browser does not ask her. */
  run: () => Promise<TurnedOn>;
}

export function useTurnOn(): TurningOn {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<TurnedOn | null>(null);
  const run = async () => {
    const asked = turnOnPush();
    setBusy(true);
    const came = await asked;
    setBusy(false);
    setOutcome(came);
    return came;
  };
  return { busy, outcome, run };
}
