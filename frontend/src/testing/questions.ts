/** Questions as the phone has them, and what a finger makes of them. */
import words from '../content/words.en.gen.json';
import type { Area } from '../domain/body-places';
import { EMPTY, type Entry, entryOf, type Form, type Question, tapped, withEntry } from '../domain/questions';
import type { Policy } from '../domain/screening';
import rules from '../domain/screening/policy.gen.json';

export const policy = rules as unknown as Policy;
export const TODAY = '2026-11-22';
export const KNEE: Area = { region: 'knee', side: 'left' };
export const CALF: Area = { region: 'calf', side: 'right' };
export const ALL = [...words.questions, ...words.daily_check] as unknown as Question[];

export function question(id: string): Question {
  const found = ALL.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

export function choose(id: string, ...options: string[]): Form {
  return options.reduce((form, option) => tapped(question(id), form, option), EMPTY);
}

export function told(form: Form, of: string, more: Partial<Entry>): Form {
  return withEntry(form, { ...entryOf(form, of), ...more });
}
