import type { DoseDecision } from './dose/history';
import type { Language } from './language';
import { stamp } from './stamp';
import type { ConsentLog, DecisionLog, ReadLog, SettingLog, VoidLog } from './types';

/** The client agrees to what version `version` of the consent text says. */
export function consentLog(version: number, id: string, now: number, tz: string): ConsentLog {
  return { ...stamp(id, now, tz), kind: 'consent', version, given: true };
}

/** Takes `voids` back; the log itself stays as it was written. */
export function voidLog(voids: string, id: string, now: number, tz: string): VoidLog {
  return { ...stamp(id, now, tz), kind: 'void', voids };
}

/** Tells the therapist that version `number` of the program has arrived on the phone. */
export function receiptLog(number: number, id: string, now: number, tz: string): ReadLog {
  return { ...stamp(id, now, tz), kind: 'read', what: 'program', ref: String(number) };
}

/** She chooses her language: the practice gives her program in it from then on. */
export function languageLog(language: Language, id: string, now: number, tz: string): SettingLog {
  return { ...stamp(id, now, tz), kind: 'setting', name: 'language', value: language };
}

/** She has read that her program changed by itself. */
export function decisionReadLog(decision: string, id: string, now: number, tz: string): ReadLog {
  return { ...stamp(id, now, tz), kind: 'read', what: 'decision', ref: decision };
}

/** Tells what this phone took from the dose by itself. The whole program has a word of its own here. */
export function decisionLog(made: DoseDecision, id: string, now: number, tz: string): DecisionLog {
  const { id: decision_id, rule, before, after } = made;
  const target = made.target || 'program';
  return { ...stamp(id, now, tz), kind: 'decision', decision_id, rule, target, before, after };
}
