/** The shapes of the wire beyond one program and one session. Instants are UTC ISO text, seconds are whole. */
import type { Rest } from './adherence';
import type { Mark } from './body-places';
import type { Dose1, DoseDecision } from './dose/history';
import type { Language } from './language';
import type { CheckLog, HurtLog, LogCommon, SessionLog, VoidLog } from './logs';
import type { MeasureId } from './measures';
import type { Side, Version } from './program';
import type { Chosen } from './reminders';
import type { FlagEntry } from './screening';

export type * from './logs';
export type * from './program';

export interface ViewMe {
  client_id: string;
  practice_id: string;
  name: string;
  timezone: string;
  /** In which the words of her program come. */
  language: Language;
  practice_name: string;
  therapist_name: string;
  emergency_number: string;
  /** When her therapist is away and who stands in; absent in views that an older app stored. */
  away?: AwayOnWire | null;
  consent_version: number | null;
  consent_required: number;
}

/** Both days are included. */
export interface AwayOnWire {
  from: string;
  until: string;
  cover_name: string;
}

/** Everything that flows down to the phone; replaced whole. */
export interface View {
  schema: number;
  view_version: string;
  server_time: string;
  min_schema: number;
  me: ViewMe;
  /** The newest version; it may start in the future. */
  program: Version | null;
  /** Older versions that are still in force until the newest starts; newest first. */
  earlier: Version[];
  gate: { open: boolean; by: string | null; at: string | null };
  /** What was told of her flags, to be folded with what this phone has not sent yet. */
  flags: FlagOnWire[];
  /** Her newest answer of each question. What follows is absent in views that an older app stored. */
  answers?: AnswerOnWire[];
  /** What asks some questions anew. */
  news?: { on: string; at: string; reask: string[] }[];
  /** The last day of practice that the server knows of. */
  last_practice?: string | null;
  /** Only what this practice has changed. */
  thresholds?: Record<string, number>;
  /** What she chose about reminders, or her therapist with her. */
  reminders?: Chosen | null;
  /** The newest answers of her practice, the newest first; absent in views that an older app stored. */
  replies?: ReplyOnWire[];
  /** Questions and notes of hers that somebody at the practice has read; absent where it does not tell. */
  read_logs?: string[];
  /** What the practice set and decided about her dose; absent until it has, and in views that an older app stored. */
  dose?: DoseOnWire;
  /** When she was told to rest; absent in views that an older app stored. */
  rests?: Rest[];
  /** When hands-on visits of the last two weeks were; absent in views that an older app stored. */
  visits?: string[];
  /** `since`: the day of her first program; absent in views that an older app stored. */
  measures?: { since: string | null };
  decisions: unknown[];
  messages: unknown[];
  log_window: { from: string; ids: string[] };
  limits: { max_items: number; max_bytes: number };
}

/** A log of a flag as it comes down: the phone's own too, under the same id. */
export interface FlagOnWire extends Omit<FlagEntry, 'at' | 'covers' | 'question'> {
  at: string;
  /** Both are absent in views that an older app stored. */
  covers?: readonly string[];
  question?: string;
}

export interface AnswerOnWire {
  question_id: string;
  answered_on: string;
  at: string;
  answer: unknown;
  by_therapist: boolean;
}

/** The server's rules wrote it; its words may be newer than this app. */
export type DecisionOnWire = Omit<DoseDecision, 'rule' | 'decision' | 'notice' | 'inputs'> & {
  rule: string;
  decision: string;
  notice: string;
  inputs: object;
};

/** The bounds of her dose, and what stands of it. Nothing here depends on the day. */
export interface DoseOnWire {
  cap_s: number;
  slow_lane: boolean;
  step_s: number | null;
  mode: 'suggest' | 'auto';
  /** From which date on this dose holds, and its levels; null while there is no program. */
  since: string | null;
  level_since: string | null;
  /** Of earlier versions, unknown to the author of this one. */
  carried: DecisionOnWire[];
  decisions: DecisionOnWire[];
  /** Ids of those that the therapist took back. */
  undone: string[];
}

/** What her practice answered to one of her logs. */
export interface ReplyOnWire {
  log_id: string;
  text: string;
  at: string;
  by: string;
}

/** One answer of the intake, saved as it is given. */
export interface IntakeLog extends LogCommon {
  kind: 'intake';
  question_id: string;
  answer: unknown;
}

/** A flag that something other than an answer raised; `source`: the log that did. */
export interface FlagLog extends LogCommon {
  kind: 'flag';
  flag_id: string;
  on: boolean;
  source: string;
}

export interface ReactionLog extends LogCommon {
  kind: 'reaction';
  session_id: string;
  answer: 'gone' | 'still' | 'worse' | 'new_sign';
}

/** One complete set of marks: it replaces the one before. Empty: nothing hurts. */
export interface BodyLog extends LogCommon {
  kind: 'body';
  marks: Mark[];
}

export interface NoteLog extends LogCommon {
  kind: 'note';
  text: string;
  private: boolean;
}

export interface QuestionLog extends LogCommon {
  kind: 'question';
  text: string;
  about: { technique_id?: string; side?: Side; session_id?: string };
}

/** psfs: by her own words for what she wants to do; pain_avg: `avg`; groc: `change`. */
export interface MeasureLog extends LogCommon {
  kind: 'measure';
  measure_id: MeasureId;
  values: Readonly<Record<string, number>>;
}

export interface SettingLog extends LogCommon {
  kind: 'setting';
  name: string;
  value: unknown;
}

export interface ReadLog extends LogCommon {
  kind: 'read';
  what: 'program' | 'answer' | 'message' | 'decision';
  ref: string;
}

/** What the phone took from the dose by itself; `target`: a technique, or "program". */
export interface DecisionLog extends LogCommon {
  kind: 'decision';
  decision_id: string;
  rule: string;
  target: string;
  before: Dose1;
  after: Dose1;
}

export interface ConsentLog extends LogCommon {
  kind: 'consent';
  version: number;
  given: boolean;
}

/** Everything that a phone tells. Frozen when saved. */
export type Log =
  | SessionLog
  | HurtLog
  | CheckLog
  | IntakeLog
  | FlagLog
  | ReactionLog
  | BodyLog
  | NoteLog
  | QuestionLog
  | MeasureLog
  | SettingLog
  | ReadLog
  | DecisionLog
  | ConsentLog
  | VoidLog;

/** A session under way, written at every step; its shape belongs to the player. */
export interface Draft {
  /** Shape version of `state`; an unknown one is finalised as partial, never dropped. */
  schema: number;
  session_id: string;
  local_date: string;
  saved_at: string;
  /** The session log as it would be saved if nothing more happened. */
  partial: SessionLog;
  state: unknown;
}

/** Who this browser belongs to. One at a time. */
export interface Profile {
  client_id: string;
  practice_id: string;
  device_id: string;
  name: string;
  practice_name: string;
  therapist_name: string;
  timezone: string;
}
