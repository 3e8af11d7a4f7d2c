/**
 * What this phone knows about whether she may practise: the flags that are on, red ones above all, and the questions
 * that are due. From what the practice knows and from what she told since, so that it holds without a network.
 */
import { localDate } from './days';
import {
  type Active,
  ANY_RED_FLAG,
  type Asking,
  activeFlags,
  answersIn,
  asking,
  type FlagEntry,
  foldFlags,
  type News,
  type Policy,
  type Said,
  type TellingLog,
  toldIn,
} from './screening';
import { validSessions } from './today';
import type { Log, View } from './types';

export interface Safety {
  active: readonly Active[];
  /** The red flags among them; `log` is what raised each. */
  red: readonly Active[];
  asking: Asking;
  /** Her newest answer of each question. */
  said: Readonly<Record<string, Said>>;
  /** The tools she has at home; null while she was not asked. */
  owned: readonly string[] | null;
  today: string;
}

export type Known = Pick<View, 'flags' | 'gate'> &
  Partial<Pick<View, 'answers' | 'news' | 'last_practice'>> & { me: Pick<View['me'], 'timezone'> };

const TOOLS = 'q28';
/** The therapist's reason is read at the practice and stays there. */
const READ_THERE = 'read at the practice';

/** `behindMs`: how much this phone's clock is behind the server's, by which what is told here is put in order. */
export function safetyOf(
  policy: Policy,
  view: Known,
  logs: readonly Log[],
  today: string,
  behindMs = 0,
): Safety {
  const at = (log: Log) => Date.parse(log.recorded_at) + behindMs;
  const told = logs.flatMap((log) => (tells(log) ? toldIn(policy, log, at(log)) : []));
  // What the practice has keeps the practice's own time.
  const entries = new Map([...told, ...view.flags.map(entryOf)].map((one) => [one.id, one]));
  const active = activeFlags(policy, foldFlags([...entries.values()]), today);
  const said = newest([
    ...(view.answers ?? []).map(answered),
    ...logs.flatMap((log) => saidIn(log, at(log))),
  ]);
  const heard = {
    said,
    news: [
      ...(view.news ?? []).map((told) => ({ ...told, at: Date.parse(told.at) })),
      ...logs.flatMap((log) => newsIn(policy, log, at(log))),
    ],
    cleared: clearance(view),
    last_practice: validSessions(logs).reduce<string | null>(
      (last, { local_date }) => (last === null || local_date > last ? local_date : last),
      view.last_practice ?? null,
    ),
  };
  return {
    active,
    red: active.filter(({ flag }) => flag === ANY_RED_FLAG || policy.red_flags.includes(flag)),
    asking: asking(policy.intake, heard, today, policy.numbers),
    said,
    owned: toolsIn(said[TOOLS]?.answer),
    today,
  };
}

function tells(log: Log): log is Log & TellingLog {
  return log.kind === 'flag' || log.kind === 'intake' || log.kind === 'check';
}

function entryOf({ at, reason: _, ...one }: View['flags'][number]): FlagEntry {
  return { covers: [], question: '', ...one, at: Date.parse(at), reason: one.by_therapist ? READ_THERE : '' };
}

type Answered = readonly [question: string, said: Said];

function answered({ question_id, answered_on, at, answer }: NonNullable<View['answers']>[number]): Answered {
  return [question_id, { on: answered_on, at: Date.parse(at), answer }];
}

function saidIn(log: Log, at: number): Answered[] {
  return log.kind === 'intake' ? [[log.question_id, { on: log.local_date, at, answer: log.answer }]] : [];
}

function newest(answers: readonly Answered[]): Record<string, Said> {
  const last: Record<string, Said> = {};
  for (const [question, said] of answers) {
    const before = last[question];
    if (!before || said.at > before.at) last[question] = said;
  }
  return last;
}

/** What the daily check told that asks some questions anew. */
function newsIn(policy: Policy, log: Log, at: number): News[] {
  if (log.kind !== 'check') return [];
  return Object.entries(policy.reask).flatMap(([question, asks]) =>
    answersIn(log.answers[question])
      .flatMap(({ chosen }) => chosen)
      .flatMap((word) => (asks[word] ? [{ at, reask: asks[word] }] : [])),
  );
}

function clearance({ gate, me }: Known): Said | null {
  if (!gate.open || gate.at === null) return null;
  const at = Date.parse(gate.at);
  return { on: localDate(at, me.timezone), at, answer: true };
}

function toolsIn(answer: unknown): string[] | null {
  const words = answersIn(answer).flatMap(({ chosen }) => chosen);
  return words.length > 0 ? words : null;
}
