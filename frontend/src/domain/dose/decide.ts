/**
 * What the body's answer does to the dose: the first of fourteen rules that holds decides. Seconds of dose a day; pain
 * and discomfort 0-10. Source: domain.md 3.1, 3.3. The server decides alike (domain/dose.py, tests/contract/dose.json).
 */

const START_S = 300;
const CEILING_S = 600;

export type DoseRule = `D0${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}` | `D1${0 | 1 | 2 | 3 | 4}`;
export type Decided =
  | 'STOP_ALL'
  | 'PAUSE_TECHNIQUE'
  | 'PAUSE_REGION'
  | 'STEP_BACK'
  | 'RESTART'
  | 'DELOAD'
  | 'REPEAT'
  | 'HOLD'
  | 'RAISE_TIME'
  | 'PROPOSE_LEVEL'
  | 'MAINTAIN';
export type Notice = 'urgent' | 'same_day' | 'review' | 'info' | 'none';

/** What is known on one local day; each session since the last change in `deltas` and `peaks`, oldest first. */
export interface DoseCase {
  cur_s?: number;
  cap_s?: number;
  step_s?: number;
  slow_lane?: boolean;
  level?: number;
  max_level?: number;
  /** Pain after, or of the next day where that is higher, minus before; none where none was told. */
  deltas?: readonly number[];
  peaks?: readonly number[];
  /** Hours that the newest reaction has lasted. */
  reaction_h?: number;
  stop_symptom?: boolean;
  red_flag?: boolean;
  /** Prescribed days in a row without practice. */
  gap_days?: number;
  practised?: number;
  prescribed?: number;
  since_change_days?: number;
  since_level_days?: number;
}

export interface Decision {
  rule: DoseRule;
  decision: Decided;
  notice: Notice;
  new_s: number;
}

type Known = Required<DoseCase>;

/** The first rule that holds. Where pain decides and days were left out as well, the gap still lowers the time. */
export function decide(given: DoseCase): Decision {
  const it = whole(given);
  if (it.red_flag) return { rule: 'D01', decision: 'STOP_ALL', notice: 'urgent', new_s: 0 };
  return forPain(it) ?? forGap(it) ?? forWaiting(it) ?? forward(it);
}

function whole(given: DoseCase): Known {
  const slow = given.slow_lane ?? false;
  const since = given.since_change_days ?? 0;
  return {
    cur_s: START_S,
    cap_s: CEILING_S,
    step_s: slow ? 30 : 60,
    slow_lane: slow,
    level: 2,
    max_level: 3,
    deltas: [],
    peaks: [],
    reaction_h: 0,
    stop_symptom: false,
    red_flag: false,
    gap_days: 0,
    practised: 0,
    prescribed: 7,
    since_change_days: since,
    since_level_days: since,
    ...given,
  };
}

function forPain(it: Known): Decision | null {
  const left = afterGap(it);
  if (it.stop_symptom) return { rule: 'D02', decision: 'PAUSE_TECHNIQUE', notice: 'same_day', new_s: left };
  if (it.reaction_h > 48) return { rule: 'D03', decision: 'PAUSE_REGION', notice: 'same_day', new_s: left };
  const new_s = Math.min(left, steppedBack(it));
  const worse = it.deltas.slice(-3).filter((delta) => delta >= 2).length;
  if ((it.deltas.at(-1) ?? 0) >= 3 || worse >= 2)
    return { rule: 'D04', decision: 'STEP_BACK', notice: 'same_day', new_s };
  if ((it.peaks.at(-1) ?? 0) >= 6) return { rule: 'D05', decision: 'STEP_BACK', notice: 'review', new_s };
  return null;
}

/** D06, D07: never more than before. */
function afterGap({ gap_days, cur_s }: Known): number {
  if (gap_days >= 14) return Math.min(cur_s, START_S);
  if (gap_days >= 7) return Math.min(cur_s, Math.max(180, Math.floor(cur_s / 60) * 30));
  return cur_s;
}

/** A level lower keeps the time; at level 1 a quarter of it goes, though never the last breath of 8 s. */
function steppedBack({ level, cur_s }: Known): number {
  return level > 1 ? cur_s : Math.max(Math.min(8, cur_s), cur_s - Math.ceil(cur_s / 4));
}

function forGap(it: Known): Decision | null {
  if (it.gap_days >= 14) return { rule: 'D06', decision: 'RESTART', notice: 'review', new_s: afterGap(it) };
  if (it.gap_days >= 7) return { rule: 'D07', decision: 'DELOAD', notice: 'info', new_s: afterGap(it) };
  return it.gap_days >= 3 ? { rule: 'D08', decision: 'REPEAT', notice: 'none', new_s: it.cur_s } : null;
}

function forWaiting(it: Known): Decision | null {
  const hold = { decision: 'HOLD', new_s: it.cur_s } as const;
  if (it.deltas.at(-1) === 2) return { rule: 'D09', notice: 'info', ...hold };
  if (it.reaction_h > 24) return { rule: 'D10', notice: 'info', ...hold };
  return tooEarly(it) ? { rule: 'D11', notice: 'none', ...hold } : null;
}

function tooEarly(it: Known): boolean {
  return (
    it.practised * 10 < it.prescribed * 7 ||
    it.practised < (it.prescribed < 5 ? 3 : 4) ||
    it.since_change_days < (it.slow_lane ? 14 : 7) ||
    // No word about pain in the week is no good word.
    it.deltas.length === 0 ||
    it.deltas.some((delta) => delta > 1) ||
    it.peaks.some((peak) => peak > 4)
  );
}

function forward(it: Known): Decision {
  if (it.cur_s < it.cap_s)
    return {
      rule: 'D12',
      decision: 'RAISE_TIME',
      notice: 'info',
      new_s: Math.min(it.cap_s, it.cur_s + it.step_s),
    };
  return it.level < it.max_level && it.since_level_days >= 14
    ? { rule: 'D13', decision: 'PROPOSE_LEVEL', notice: 'review', new_s: it.cur_s }
    : { rule: 'D14', decision: 'MAINTAIN', notice: 'none', new_s: it.cur_s };
}
