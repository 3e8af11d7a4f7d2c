/** The questions of the intake on one long form, asked by the therapist with the client in the room. */
import { EMPTY, type Form, formOf, isComplete, noAnswer, partsOf, type Question } from '../questions';
import type { Policy } from '../screening';
import { type Due, type Intake, isAsked, type ShowIf, type Why } from './answers';

export const ROOM_SECTIONS = [
  'now',
  'warning',
  'lately',
  'health',
  'operations',
  'body',
  'moving',
  'wishes',
] as const;
export type RoomSection = (typeof ROOM_SECTIONS)[number];

/** Where "no to all of the rest" makes sense: not of pain, not of warning signs, not of wishes. */
export const NO_TO_REST: readonly RoomSection[] = ['lately', 'health', 'operations', 'body', 'moving'];

/** Answers as they are being filled in, by question; what is not in it is not answered. */
export type Draft = Readonly<Record<string, Form>>;
export type Asked = Question & ShowIf;

export interface RoomQuestion<Q> {
  question: Q;
  /** Null where it is not due. */
  why: Why | null;
}

export interface RoomPart<Q> {
  section: RoomSection;
  questions: RoomQuestion<Q>[];
}

const FROM: readonly (readonly [RoomSection, number])[] = [
  ['now', 1],
  ['warning', 5],
  ['lately', 6],
  ['health', 8],
  ['operations', 15],
  ['body', 18],
  ['moving', 25],
  ['wishes', 27],
];

/** The questions that are asked now, in sections: those that are due, all of them where `all`, and what is filled in. */
export function roomSections<Q extends Asked>(
  questions: readonly Q[],
  intake: Intake,
  draft: Draft,
  all: boolean,
): RoomPart<Q>[] {
  const due = new Map(intake.due.map((one): [string, Due] => [one.question_id, one]));
  const told = new Map(intake.answers.map((one) => [one.question_id, one.answer]));
  const answerTo = (id: string) => draft[id]?.chosen ?? told.get(id);
  const shown = questions.filter((one) => {
    // Whether one is due that hangs on another is known only once that other one is answered.
    const waits = one.show_if && !told.has(one.id);
    return isAsked(one, answerTo) && (all || waits || due.has(one.id) || one.id in draft);
  });
  return ROOM_SECTIONS.flatMap((section) => {
    const here = shown.filter((one) => sectionOf(one.id) === section);
    const rows = here.map((question) => ({ question, why: due.get(question.id)?.why ?? null }));
    return rows.length > 0 ? [{ section, questions: rows }] : [];
  });
}

/** The draft with "no" wherever these questions have one and are not answered yet; never for the warning signs. */
export function withNo(draft: Draft, questions: readonly Question[]): Draft {
  const found = questions.flatMap((question): [string, Form][] => {
    const no = question.id in draft ? undefined : noAnswer(question);
    return no === undefined ? [] : [[question.id, formOf(question, no)]];
  });
  return { ...draft, ...Object.fromEntries(found) };
}

/** The draft with this form, or without it where nothing is left in it. */
export function withForm(draft: Draft, id: string, form: Form): Draft {
  const { [id]: _before, ...others } = draft;
  return JSON.stringify(form) === JSON.stringify(EMPTY) ? others : { ...others, [id]: form };
}

/** Whether a form says all that its question has to know. */
export function isWhole(policy: Policy, question: Question, form: Form, today: string): boolean {
  return partsOf(policy, question, form).every((part) => isComplete(policy, question, form, part, today));
}

/** What the server refused, by question: `answers.q07.on` belongs to q07. */
export function refusals(fields: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, words] of Object.entries(fields)) {
    const id = /^answers\.(\w+)/.exec(name)?.[1];
    if (id) found[id] = found[id] ? `${found[id]} ${words}` : words;
  }
  return found;
}

/** A question that a newer app added stands at the end. */
function sectionOf(id: string): RoomSection {
  const number = Number(id.slice(1));
  return FROM.findLast(([, first]) => first <= number)?.[0] ?? 'wishes';
}
