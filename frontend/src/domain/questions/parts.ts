/** Which parts of a question are asked, and whether one is answered. */
import { addDays } from '../days';
import type { Policy } from '../screening';
import { entryOf, type Form, type Goal, isNothing, kindOf, placesOf, type Question } from './form';

/** One thing at a time: the question, what follows one of its answers, or what one chosen thing still tells. */
export type Part =
  | { kind: 'main' }
  | { kind: 'follow_up' }
  | { kind: 'detail'; of: string; place: boolean; date: 'on' | 'due' | null; agreed: boolean; text: boolean };

const MAIN: Part = { kind: 'main' };
/** Answers that count as yes, and of which nobody can tell a day. */
const UNTOLD = ['not sure', 'rather not say'];
const OLDEST = 120;
/** A due date lies at most a whole pregnancy ahead; some are late. */
const DUE_DAYS = [-35, 294] as const;

/** Whether yes or no is asked before the places: where a flag hangs on it. */
export function isGated(policy: Policy, question: Question): boolean {
  return kindOf(question) === 'places' && (policy.questions[question.id] ?? []).length > 0;
}

/** What is asked, one after the other. */
export function partsOf(policy: Policy, question: Question, form: Form): Part[] {
  const parts = [MAIN];
  if (question.follow_up && form.chosen.includes(question.follow_up.if)) parts.push({ kind: 'follow_up' });
  if (kindOf(question) === 'operations')
    return form.chosen.includes('yes') ? [...parts, ...operations(form)] : parts;
  return [...parts, ...form.chosen.flatMap((option) => detail(policy, question, option))];
}

export function isComplete(
  policy: Policy,
  question: Question,
  form: Form,
  part: Part,
  today: string,
): boolean {
  if (part.kind === 'follow_up') return form.followUp !== '';
  if (part.kind === 'detail')
    return part.date === null || isDay(entryOf(form, part.of)[part.date], part.date, today);
  const kind = kindOf(question);
  if (kind === 'number')
    return /^\d{1,3}$/.test(form.said) && Number(form.said) > 0 && Number(form.said) <= OLDEST;
  if (kind === 'goals') return form.goals.length > 0 && form.goals.every(isWhole);
  if (kind === 'places' && !isGated(policy, question))
    return form.chosen.includes('no') || placesOf(form).length > 0;
  if (kind === 'date') return form.said !== '' && isDay(form.said, 'on', today);
  if (kind === 'scale' || kind === 'text') return form.said.trim() !== '';
  return form.chosen.length > 0;
}

/** Whether this part is answered by a press alone: what is pressed leads on by itself. */
export function isPress(policy: Policy, question: Question, part: Part): boolean {
  const kind = kindOf(question);
  if (part.kind === 'main') return kind === 'one' || kind === 'operations' || isGated(policy, question);
  return part.kind === 'follow_up';
}

/** Not told is fine: the strictest is then meant. What is told has to be possible. */
export function isDay(day: string, what: 'on' | 'due', today: string): boolean {
  if (day === '') return true;
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  if (what === 'on') return day <= today && day > '1900';
  return day >= addDays(today, DUE_DAYS[0]) && day <= addDays(today, DUE_DAYS[1]);
}

function operations(form: Form): Part[] {
  const count = Math.max(1, form.entries.length);
  return Array.from({ length: count }, (_, at) => ({
    kind: 'detail',
    of: String(at),
    place: true,
    date: 'on',
    agreed: true,
    text: false,
  }));
}

/** What is asked of a chosen thing: a place where one of its flags has a place, a day where one counts days. */
function detail(policy: Policy, { id, type }: Question, option: string): Part[] {
  if (isNothing(option)) return [];
  const raised = (policy.questions[id] ?? []).filter(({ kind, value }) => kind === 'any' || value === option);
  const flags = raised.flatMap((raises) => raises.flags);
  const wish = type.includes('text');
  const place = type.includes('body_map') && (wish || flags.some((flag) => policy.flags[flag]?.placed));
  const counted = flags.flatMap((flag) => policy.timelines[flag] ?? []);
  const dated = type.includes('date') && counted.length > 0 && !UNTOLD.includes(option);
  // A pregnancy alone has no end of its own: its days are counted from the due date, or without one from the last day
  // of the weeks that were chosen.
  const date = dated ? (counted.some(({ ends }) => ends === null) ? 'due' : 'on') : null;
  // Whatever is said of a broken bone, yes or not sure, its places are one answer.
  const of = type === 'body_map' ? 'yes' : option;
  return place || date ? [{ kind: 'detail', of, place, date, agreed: false, text: wish }] : [];
}

function isWhole({ activity, score }: Goal): boolean {
  return activity.trim() !== '' && score !== null;
}
