// The words that a client reads on her therapist's screen and on the printed page: in her language, not in the desk's.
import type { Language } from '../domain/language';
import type { handover as english } from './en/handover';
import { spoken, type Words } from './words';

export type HandoverWords = Words<typeof english>;

const IN: Record<Language, () => Promise<HandoverWords>> = {
  en: async () => (await import('./en/handover')).handover,
  de: async () => (await import('./de/handover')).handover,
};

export function handoverIn(language: Language): Promise<HandoverWords> {
  return IN[language]().then(spoken);
}
