/**
 * What the dose follows from, and what follows: the same words as the server's (pith/domain/dose/history.py), held
 * together by tests/contract/dose_history.json. Dates are local `YYYY-MM-DD`, instants UTC ISO text.
 */
import type { Feeling } from '../logs';
import type { Decided, DoseCase, DoseRule, Notice } from './decide';

export interface DoseItem {
  technique_id: string;
  level: number;
  max_level: number;
  dose_s: number;
  /** Below which no cut goes. */
  least_s: number;
  regions: readonly string[];
  /** 0 = Monday. */
  days: readonly number[];
}

export interface DoseProgram {
  number: number;
  /** From which date on this dose holds. */
  since: string;
  level_since: string;
  cap_s: number;
  slow_lane: boolean;
  step_s: number | null;
  /** In the therapist's order. */
  items: readonly DoseItem[];
}

export interface DoseSession {
  id: string;
  local_date: string;
  started_at: string;
  ended_at: string;
  recorded_at: string;
  pain_before: number | null;
  pain_after: number | null;
  /** `peak`: the highest discomfort that was told of it; `regions`: of a technique that the program has no more. */
  entries: readonly {
    technique_id: string;
    level: number;
    peak: number | null;
    regions?: readonly string[];
  }[];
}

/** A pain of that moment. */
export interface DosePain {
  at: string;
  pain: number;
}

export interface DoseHurt {
  id: string;
  at: string;
  technique_id: string;
  feeling: Feeling;
  discomfort: number | null;
}

export interface DoseReaction {
  id: string;
  session_id: string;
  at: string;
  answer: 'gone' | 'still' | 'worse' | 'new_sign';
}

/** Nothing that was taken back, and no stop that the author of this version knew of. */
export interface DoseHistory {
  client_id: string;
  zone: string;
  now: string;
  program: DoseProgram;
  sessions: readonly DoseSession[];
  /** Every "pain now" that was told. */
  pains: readonly DosePain[];
  hurts: readonly DoseHurt[];
  reactions: readonly DoseReaction[];
  red: readonly { id: string; at: string }[];
  /** Days off are in neither. */
  prescribed: readonly string[];
  practised: readonly string[];
  /** Hands-on visits. */
  visits: readonly string[];
  /** What stood when this version was written, unknown to its author. */
  carried: readonly DoseDecision[];
  /** Ids of decisions that the therapist took back; "id/source" where only what that log set off is over. */
  undone: readonly string[];
  /** When red flags ended. A phone need not know. */
  lifted?: readonly string[];
}

/** The dose of a target; `s`: seconds a day. */
export interface Dose1 {
  paused: boolean;
  level: number | null;
  cuts: number;
  budget_s: number | null;
  s: number;
}

export interface DoseDecision {
  id: string;
  on: string;
  at: string;
  rule: DoseRule;
  decision: Decided;
  /** A technique; '' is the whole program. */
  target: string;
  notice: Notice;
  before: Dose1;
  after: Dose1;
  /** What `decide` was asked, without what is usual. */
  inputs: DoseCase;
  /** The log that it came from. */
  source: string | null;
}
