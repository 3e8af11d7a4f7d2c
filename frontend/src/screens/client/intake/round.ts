import type { Safety } from '../../../domain/safety';
import type { Policy } from '../../../domain/screening';

/** The pain that the questions after it are about, and how long it is there. */
export const PAIN = 'q02';
export const STRENGTH = 'q03';
export const SINCE = 'q04';
export const RED_FLAGS = 'q05';
/** How the question about the time is answered when there is no pain. */
export const NO_PAIN = 'none';

/** The questions that are walked through together, those of this day that are answered among them. */
export interface Round {
  ids: string[];
  /** Those that are still to be asked. */
  open: string[];
}

/** Up to the last question that the program waits for; the rest is asked when it is open. */
export function safetyRound(policy: Policy, safety: Safety): Round {
  const end = policy.intake.findLastIndex((question) => question.safety) + 1;
  return round(
    policy.intake.slice(0, end).map(({ id }) => id),
    safety,
  );
}

/** What the program does not wait for. */
export function restRound(policy: Policy, safety: Safety): Round {
  const { ids, open } = round(
    policy.intake.filter((question) => !question.safety).map(({ id }) => id),
    safety,
  );
  const first = safetyRound(policy, safety).ids;
  return { ids: ids.filter((id) => open.includes(id) || !first.includes(id)), open };
}

/** Pain was marked where the answers after it still say that there is none. */
export function painIsNew({ said }: Safety): boolean {
  return said[SINCE]?.answer === NO_PAIN && said[PAIN] !== undefined && said[PAIN].answer !== 'no';
}

export function isDue({ asking }: Safety, id: string): boolean {
  return asking.due.some(({ question_id }) => question_id === id);
}

function round(ids: readonly string[], safety: Safety): Round {
  const open = ids.filter((id) => isDue(safety, id) || (id === SINCE && painIsNew(safety)));
  return { ids: ids.filter((id) => open.includes(id) || safety.said[id]?.on === safety.today), open };
}
