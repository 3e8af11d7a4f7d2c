/** From what was tapped to the answer of a log, and back. The server reads them in domain/screening/told.py. */
import type { Area } from '../body-places';
import {
  EMPTY,
  type Entry,
  entryOf,
  type Form,
  type Goal,
  isNothing,
  kindOf,
  placesOf,
  type Question,
  READ_ALL,
  withEntry,
} from './form';

type Told = Readonly<Record<string, unknown>>;

/** As a log keeps it. `pain`: the places of q02, which a follow-up of q04 means. */
export function answerOf(question: Question, form: Form, pain: readonly Area[] = []): unknown {
  const [first = ''] = form.chosen;
  switch (kindOf(question)) {
    case 'number':
    case 'scale':
      return Number(form.said);
    case 'text':
    case 'date':
      return form.said.trim();
    case 'time':
      return { time: form.said || null, consent: first };
    case 'goals':
      return form.goals.map(({ activity, score }) => ({ activity: activity.trim(), score }));
    case 'places':
      return isNothing(first) || placesOf(form).length === 0 ? first : placesOf(form);
    case 'operations':
      return first === 'yes' ? { entries: operationsOf(form) } : { chosen: first, entries: [] };
    case 'many':
      return several(form);
    default:
      return single(question, form, first, pain);
  }
}

/** The form that shows an answer; what this app cannot read is left out of it. */
export function formOf(question: Question, answer: unknown): Form {
  const kind = kindOf(question);
  const whole = partsIn(answer);
  const rows = Array.isArray(whole.entries) ? whole.entries.map(partsIn) : [whole];
  if (kind === 'operations') return operationsForm(whole, rows);
  if (kind === 'goals') return { ...EMPTY, goals: listOf(answer).map(goalOf) };
  if (kind === 'places') return placesForm(answer);
  const chosen = rows.flatMap((row) => wordsOf(row.chosen));
  const entries = rows.flatMap((row) => wordsOf(row.chosen).map((of) => entryFrom(of, row)));
  const plain = typeof answer === 'number' || typeof answer === 'string' ? String(answer) : '';
  if (kind === 'time') return { ...EMPTY, chosen: wordsOf(whole.consent), said: textOf(whole.time) };
  if (kind !== 'one' && kind !== 'many') return { ...EMPTY, said: plain };
  return { ...EMPTY, chosen, entries, followUp: textOf(whole.follow_up), said: textOf(whole.text) };
}

/** The answer "no" or "none", where the question has one; the red flags are never answered in passing. */
export function noAnswer(question: Question): unknown {
  if (question.id === READ_ALL) return undefined;
  const kind = kindOf(question);
  if (kind === 'places') return 'no';
  if (kind === 'operations') return answerOf(question, { ...EMPTY, chosen: ['no'] });
  const nothing = question.options.find(({ id }) => isNothing(id));
  return nothing && answerOf(question, { ...EMPTY, chosen: [nothing.id] });
}

function single(question: Question, form: Form, chosen: string, pain: readonly Area[]): unknown {
  const told: Record<string, unknown> = detailsOf(entryOf(form, chosen));
  if (question.type.includes('text') && !isNothing(chosen) && form.said.trim()) told.text = form.said.trim();
  if (question.follow_up?.if === chosen) {
    told.follow_up = form.followUp;
    if (!isNothing(form.followUp) && pain.length > 0) told.sites = plain(pain);
  }
  return Object.keys(told).length === 0 ? chosen : { chosen, ...told };
}

/** Each thing with its own place and day, where any has one. */
function several(form: Form): unknown {
  const entries = form.chosen.map((of) => ({ chosen: [of], ...detailsOf(entryOf(form, of)) }));
  if (entries.every((one) => Object.keys(one).length === 1)) return [...form.chosen];
  return entries.length === 1 ? entries[0] : { entries };
}

function operationsOf(form: Form): unknown[] {
  const entries = form.entries.length > 0 ? form.entries : [entryOf(form, '0')];
  return entries.map((one) => ({ ...detailsOf(one), agreed: one.agreed || 'not sure' }));
}

/** What was told of a thing; nothing that this option does not have. */
function detailsOf({ on, due, sites }: Entry): Record<string, unknown> {
  return { ...(on && { on }), ...(due && { due }), ...(sites.length > 0 && { sites: plain(sites) }) };
}

function plain(sites: readonly Area[]): Area[] {
  return sites.map(({ region, side }) => ({ region, side }));
}

function operationsForm(whole: Told, rows: readonly Told[]): Form {
  const entries = Array.isArray(whole.entries) ? rows.map((row, at) => entryFrom(String(at), row)) : [];
  return { ...EMPTY, chosen: entries.length > 0 ? ['yes'] : wordsOf(whole.chosen), entries };
}

function placesForm(answer: unknown): Form {
  if (typeof answer === 'string') return { ...EMPTY, chosen: [answer] };
  return withEntry({ ...EMPTY, chosen: ['yes'] }, entryFrom('yes', { sites: answer }));
}

/** A word or a list of words is what was chosen. */
function partsIn(answer: unknown): Told {
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer as Told;
  return { chosen: answer };
}

function entryFrom(of: string, row: Told): Entry {
  const sites = listOf(row.sites).filter(({ region, side }) => textOf(region) && textOf(side));
  const { on, due, agreed } = row;
  return { of, on: textOf(on), due: textOf(due), sites: sites as unknown as Area[], agreed: textOf(agreed) };
}

function goalOf({ activity, score }: Told): Goal {
  return { activity: textOf(activity), score: typeof score === 'number' ? score : null };
}

function listOf(told: unknown): Told[] {
  return Array.isArray(told) ? told.map(partsIn) : [];
}

function wordsOf(told: unknown): string[] {
  return (Array.isArray(told) ? told : [told]).filter((one) => typeof one === 'string');
}

function textOf(told: unknown): string {
  return typeof told === 'string' ? told : '';
}
