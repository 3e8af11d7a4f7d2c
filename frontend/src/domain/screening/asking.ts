/**
 * Which questions of the intake are due, and whether the answers let the program open: as
 * backend/pith/domain/screening/asking.py, held to it by tests/contract/asking.json. Source: domain.md 2.5.
 */
import { daysBetween } from '../days';
import type { Asked } from './policy';
import { answersIn } from './told';

/** As the content has it; a practice may set others (policy.numbers). */
const DAYS = { reask_days: 365, pause_days: 28 };

/** A question was answered on the local date `on`, at the corrected instant `at` (milliseconds). */
export interface Said {
  on: string;
  at: number;
  answer?: unknown;
}

/** Something changed, so that the questions in `reask` have to be answered anew. */
export interface News {
  at: number;
  reask: readonly string[];
}

export type Why = 'first' | 'yearly' | 'news' | 'pause';

/** `open`: no safety question is due. */
export interface Asking {
  open: boolean;
  due: { question_id: string; why: Why; safety: boolean }[];
}

export interface Heard {
  /** Her newest answer of each question. */
  said: Readonly<Record<string, Said>>;
  news: readonly News[];
  /** The therapist's clearance, which answers every safety question on its day. */
  cleared: Said | null;
  last_practice: string | null;
}

/** What to ask this client today, in the order of the questions. `numbers`: those of the practice. */
export function asking(
  questions: readonly Asked[],
  heard: Heard,
  today: string,
  numbers: Partial<typeof DAYS> = {},
): Asking {
  const days = { ...DAYS, ...numbers };
  const said = Object.fromEntries(Object.entries(heard.said).filter(([, one]) => isTold(one.answer)));
  const due = questions.flatMap((question) => {
    if (!isAsked(question, said)) return [];
    const { id: question_id, safety } = question;
    const told = safety ? later(said[question_id], heard.cleared) : said[question_id];
    const why = whyDue(question, told, heard, today, days);
    return why ? [{ question_id, why, safety }] : [];
  });
  return { open: !due.some(({ safety }) => safety), due };
}

/** Whether this answers at all: nothing, and nothing but empty parts, leaves the question open. */
export function isTold(answer: unknown): boolean {
  if (answer === null || answer === undefined) return false;
  if (typeof answer === 'string') return answer.trim() !== '';
  return typeof answer === 'object' ? Object.values(answer).some(isTold) : true;
}

function isAsked({ show_if }: Asked, said: Readonly<Record<string, Said>>): boolean {
  return Object.entries(show_if).every(([other, wanted]) =>
    answersIn(said[other]?.answer).some(({ chosen }) => chosen.some((word) => wanted.includes(word))),
  );
}

function later(told: Said | undefined, cleared: Said | null): Said | undefined {
  return told && (!cleared || told.at >= cleared.at) ? told : (cleared ?? undefined);
}

function whyDue(
  { id, safety }: Asked,
  told: Said | undefined,
  heard: Heard,
  today: string,
  days: typeof DAYS,
): Why | null {
  if (!told) return 'first';
  if (!safety) return null;
  if (daysBetween(told.on, today) >= days.reask_days) return 'yearly';
  if (heard.news.some(({ at, reask }) => reask.includes(id) && at > told.at)) return 'news';
  const { last_practice: last } = heard;
  const quietSince = last !== null && last > told.on ? last : told.on;
  return daysBetween(quietSince, today) >= days.pause_days ? 'pause' : null;
}
