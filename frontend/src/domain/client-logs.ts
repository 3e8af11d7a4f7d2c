import type { Language } from './language';
import { stamp } from './stamp';
import type { ConsentLog, ReadLog, SettingLog, VoidLog } from './types';

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
