/** What a client answered, for her therapist: what is new since the visit, her goals and tools, what is still open. */
import type { Policy } from '../screening';
import type { Why } from '../screening/asking';

/** One answer. `by` null: the client herself on her phone. */
export interface AnswerTold {
  question_id: string;
  answer: unknown;
  at: string;
  answered_on: string;
  by: { id: string; name: string } | null;
  version: string;
}

export interface Answered extends AnswerTold {
  /** Newest first. */
  earlier: AnswerTold[];
}

export type { Why };

export interface Due {
  question_id: string;
  why: Why;
}

export interface Intake {
  today: string;
  open: boolean;
  due: Due[];
  answers: Answered[];
}

/** The answers after which a question is asked, by the question that it hangs on. */
export interface ShowIf {
  show_if?: Readonly<Record<string, readonly string[]>>;
}

export interface Goal {
  activity: string;
  /** Oldest first. */
  scores: { on: string; score: number }[];
}

export const GOALS = 'q27';
export const TOOLS = 'q28';
const NONE = 'none';

/**
 * When a therapist last saw to her: gave a program, screened her, or asked her in the room. What is told later is news.
 */
export function lastVisit(intake: Intake, others: readonly string[]): string | null {
  const asked = intake.answers.flatMap((one) => (one.by === null ? [] : [one.at]));
  return [...asked, ...others].sort().at(-1) ?? null;
}

/** The questions that keep the program closed. */
export function dueSafety({ due }: Intake, policy: Policy): Due[] {
  const safety = new Set(policy.intake.flatMap((one) => (one.safety ? [one.id] : [])));
  return due.filter((one) => safety.has(one.question_id));
}

/** Whether this says something new since then. The same answer given again says nothing new. */
export function newSince(told: Answered, visit: string | null): 'new' | 'changed' | null {
  if (visit === null || told.at <= visit) return null;
  const before = told.earlier.find((one) => one.at <= visit);
  if (!before) return 'new';
  return written(before.answer) === written(told.answer) ? null : 'changed';
}

/** The things that she would like to do again, as she rated them then and now. */
export function goals(intake: Intake): Goal[] {
  const told = intake.answers.find((one) => one.question_id === GOALS);
  if (!told) return [];
  const all = [told, ...told.earlier].reverse();
  return ratings(told.answer).map(({ activity }) => ({
    activity,
    scores: all.flatMap((one) =>
      ratings(one.answer)
        .filter((rating) => rating.activity === activity)
        .map(({ score }) => ({ on: one.answered_on, score })),
    ),
  }));
}

/** The tools that she said she owns; null while she was not asked. */
export function ownTools(intake: Intake): string[] | null {
  const told = intake.answers.find((one) => one.question_id === TOOLS);
  return told ? chosenIn(told.answer).filter((id) => id !== NONE) : null;
}

/** Whether a question is asked, after what was answered to those that it hangs on. */
export function isAsked(question: ShowIf, answerTo: (id: string) => unknown): boolean {
  return Object.entries(question.show_if ?? {}).every(([id, wanted]) =>
    chosenIn(answerTo(id)).some((option) => wanted.includes(option)),
  );
}

/** The options of an answer, however it is written. */
export function chosenIn(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (Array.isArray(answer)) return answer.filter((one) => typeof one === 'string');
  return isRecord(answer) ? chosenIn(answer.chosen) : [];
}

function ratings(answer: unknown): { activity: string; score: number }[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((one: unknown) =>
    isRecord(one) && typeof one.activity === 'string' && typeof one.score === 'number'
      ? [{ activity: one.activity, score: one.score }]
      : [],
  );
}

/** The same text for the same answer, in whatever order its parts came. */
function written(answer: unknown): string {
  return JSON.stringify(answer, (_, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)))
      : value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
