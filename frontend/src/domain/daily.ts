/** What is told before a practice (the daily check), and a warning sign as it goes up. Source: domain.md 2.5, 2.6. */
import { PAIN_NOW } from './gate';
import { answersIn } from './screening';
import { stamp } from './stamp';
import type { CheckLog, FlagLog } from './types';

/** Who, when and where the phone is. */
export interface Stamped {
  id: string;
  at_ms: number;
  zone: string;
}

export type CheckAnswers = Readonly<Record<string, unknown>>;

/** Nothing new, nothing that dulls the pain. What was not asked is not answered. */
export const AS_USUAL: CheckAnswers = { d1: ['nothing new'], d2: 'no' };
/** A swollen leg may be a clot, whatever else it may be. */
const SWOLLEN = 'hot red or newly swollen area';
const LEG = ['thigh_front', 'thigh_side', 'thigh_back', 'thigh_inner', 'calf', 'shin'];
const CLOT = 'rf_dvt';

/** One log of all that was told today; `pain` null where no number was given. */
export function checkLog(answers: CheckAnswers, pain: number | null, now: Stamped): CheckLog {
  const said = pain === null ? answers : { ...answers, [PAIN_NOW]: pain };
  return { ...stamp(now.id, now.at_ms, now.zone), kind: 'check', answers: { ...said } };
}

/** A warning sign; `source`: the log in which it came up. */
export function flagLog(flag_id: string, source: string, now: Stamped): FlagLog {
  return { ...stamp(now.id, now.at_ms, now.zone), kind: 'flag', flag_id, on: true, source };
}

/** The warning signs that stand behind what was told of today, though nobody called them so. */
export function signsIn(answer: unknown): string[] {
  const swollen = answersIn(answer).filter(({ chosen }) => chosen.includes(SWOLLEN));
  return swollen.some(({ sites }) => sites.some(({ region }) => LEG.includes(region))) ? [CLOT] : [];
}
