/**
 * Questions of the intake and of the daily check as they stand on a screen. Source: domain.md 2.5,
 * content/data/intake.yaml.
 */
import type { Area } from '../body-places';

export interface Option {
  id: string;
  label: string;
}

/** A question in the words of one language. `type`: what is asked, joined with " + " where it asks for several. */
export interface Question {
  id: string;
  text: string;
  type: string;
  options: readonly Option[];
  follow_up?: { if: string; text: string; options: readonly Option[] };
}

/** What is told beside a chosen thing: `of` is its option, or the number of an operation. Empty is not told. */
export interface Entry {
  of: string;
  on: string;
  due: string;
  sites: readonly Area[];
  agreed: string;
}

export interface Goal {
  activity: string;
  score: number | null;
}

/** An answer on its way. `said`: a number, a text, a date or a time, as it was typed. */
export interface Form {
  chosen: readonly string[];
  followUp: string;
  said: string;
  entries: readonly Entry[];
  goals: readonly Goal[];
}

export type Kind =
  | 'one'
  | 'many'
  | 'number'
  | 'scale'
  | 'text'
  | 'date'
  | 'time'
  | 'goals'
  | 'places'
  | 'operations';

export const EMPTY: Form = { chosen: [], followUp: '', said: '', entries: [], goals: [] };
/** Answers that leave nothing more to tell; in a list they exclude the others. */
const NOTHING = ['no', 'none', 'all fine', 'nothing new'];
/** Every red flag is read before it is said that there is none. */
export const READ_ALL = 'q05';
const KINDS: Record<string, Kind> = {
  bool: 'one',
  choice: 'one',
  multi: 'many',
  int: 'number',
  nrs: 'scale',
  psfs: 'goals',
  body_map: 'places',
  time: 'time',
  date: 'date',
};

export function kindOf({ type }: Question): Kind {
  const first = type.split(' + ')[0] as string;
  return first === 'date' && type !== 'date' ? 'operations' : (KINDS[first] ?? 'text');
}

export function isNothing(option: string): boolean {
  return NOTHING.includes(option);
}

/** Whether this option alone answers what is asked, so that nobody has to say that she is done. */
export function endsIt(question: Question, option: string): boolean {
  const kind = kindOf(question);
  return kind === 'many' ? isNothing(option) && question.id !== READ_ALL : kind !== 'time';
}

/** A tap on an option: of one answer it is the answer, of several it comes or goes. */
export function tapped(question: Question, form: Form, option: string): Form {
  if (kindOf(question) !== 'many') return { ...form, chosen: [option] };
  if (isNothing(option)) return { ...form, chosen: [option] };
  const others = form.chosen.filter((one) => one !== option && !isNothing(one));
  return { ...form, chosen: form.chosen.includes(option) ? others : [...others, option] };
}

export function entryOf(form: Form, of: string): Entry {
  return form.entries.find((one) => one.of === of) ?? { of, on: '', due: '', sites: [], agreed: '' };
}

export function withEntry(form: Form, entry: Entry): Form {
  const known = form.entries.some(({ of }) => of === entry.of);
  const entries = known
    ? form.entries.map((one) => (one.of === entry.of ? entry : one))
    : [...form.entries, entry];
  return { ...form, entries };
}

export function placesOf(form: Form): readonly Area[] {
  return entryOf(form, 'yes').sites;
}
