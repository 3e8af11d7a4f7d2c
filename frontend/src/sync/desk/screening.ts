/** One client's safety: her flags and answers, and the rules that they are read by. */
import { Refused } from '../../api/desk-call';
import { readThresholds } from '../../api/desk-content';
import * as api from '../../api/desk-screening';
import type { Intake } from '../../domain/desk/answers';
import type { FlagAct, FlagSheet } from '../../domain/desk/flags';
import type { Policy } from '../../domain/screening';
import { withThresholds } from '../../domain/screening/thresholds';
import { loadPolicy, loadScreeningWords } from '../../store/content';
import { flagTick } from '../../store/desk';
import { refreshClients } from './clients';
import type { Named } from './use-action';

export interface ScreeningFile {
  sheet: FlagSheet;
  intake: Intake;
  policy: Policy;
  words: Awaited<ReturnType<typeof loadScreeningWords>>;
}

export async function readScreening(id: string): Promise<ScreeningFile> {
  const [sheet, intake, { thresholds }, policy, words] = await Promise.all([
    api.readFlags(id),
    api.readIntake(id),
    readThresholds(),
    reached(loadPolicy()),
    reached(loadScreeningWords()),
  ]);
  const moved = thresholds.map((one): [string, number] => [one.id, one.value]);
  return { sheet, intake, policy: withThresholds(policy, Object.fromEntries(moved)), words };
}

/**
 * Does these one after the other, and resolves with the flags as they are then; `onStep` hears of each before the next,
 * so that what was done is known even when the next one is refused.
 */
export async function actOnFlags(
  id: string,
  acts: readonly [FlagAct, ...FlagAct[]],
  named: Named,
  onStep: (sheet: FlagSheet) => void = () => undefined,
): Promise<FlagSheet> {
  const [first, ...others] = acts;
  let sheet = await api.actOnFlag(id, named(first));
  for (const act of others) {
    onStep(sheet);
    sheet = await api.actOnFlag(id, named(act));
  }
  flagTick.value += 1;
  await refreshClients();
  return sheet;
}

/** Saves answers given in the room, all of them or none. */
export async function saveAnswers(
  id: string,
  answers: Readonly<Record<string, unknown>>,
  named: Named,
): Promise<Intake> {
  const intake = await api.writeIntake(id, named({ answers }));
  flagTick.value += 1;
  await refreshClients();
  return intake;
}

/** Rules that did not come are a server that was not reached: she may try again. */
async function reached<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch {
    throw new Refused('offline', '', {}, {}, 0);
  }
}

export { readClient } from '../../api/desk';
