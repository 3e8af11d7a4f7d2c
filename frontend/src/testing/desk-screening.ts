/** Flags and answers of a client, as the server tells them, for the desk's screens. */
import type { Answered, AnswerTold, Intake } from '../domain/desk/answers';
import type { FlagOn, FlagSheet, FlagTold } from '../domain/desk/flags';
import { loadPolicy, loadScreeningWords } from '../store/content';
import type { ScreeningFile } from '../sync/desk/screening';

const TODAY = '2026-11-22';
const MARIT = { id: 't1', name: 'Marit' };

export function told(flag_id: string, label: string, other: Partial<FlagTold> = {}): FlagTold {
  return {
    id: `told-${flag_id}`,
    act: 'raise',
    flag_id,
    label,
    red: flag_id.startsWith('rf_'),
    at: '2026-11-20T08:00:00Z',
    received_at: '2026-11-20T08:00:02Z',
    by: null,
    sites: [],
    since: null,
    source: 'intake',
    reason: '',
    covers: [],
    ...other,
  };
}

/** The sheet of these tellings, newest first, all of them on. `phases`: what else is on of one of them. */
export function sheetOf(tellings: readonly FlagTold[], phases: readonly FlagOn[] = []): FlagSheet {
  const on = tellings.map((one): FlagOn => ({ ...one, confirmed: null }));
  return { today: TODAY, flags: [...on, ...phases], history: [...tellings] };
}

export const thinners = told('blood_thinners', 'Takes blood thinners');
export const calf = told('rf_dvt', 'One calf or leg newly swollen, warm, red or tender', {
  at: '2026-11-22T06:12:00Z',
  received_at: '2026-11-22T08:40:00Z',
  source: 'check',
});
export const knee = told('surgery_1_6w', 'Surgery 1 to 6 weeks ago', {
  since: '2026-10-08',
  sites: [{ region: 'knee', side: 'both' }],
});
/** By its date the knee has come into the next phase; the earlier one waits for her word. */
export const kneeMoved: FlagOn = {
  ...knee,
  flag_id: 'surgery_6_8w',
  label: 'Surgery 6 to 8 weeks ago',
  confirmed: null,
};

export function answered(
  question_id: string,
  answer: unknown,
  at: string,
  earlier: AnswerTold[] = [],
): Answered {
  return { question_id, answer, at, answered_on: at.slice(0, 10), by: null, version: '7', earlier };
}

export const noAnswers: Intake = {
  today: TODAY,
  open: false,
  due: ['q05', 'q11', 'q12', 'q27'].map((question_id) => ({ question_id, why: 'first' as const })),
  answers: [],
};

export const allAnswered: Intake = {
  today: TODAY,
  open: true,
  due: [],
  answers: [
    answered('q12', 'yes', '2026-11-20T08:00:00Z', [answered('q12', 'no', '2026-10-30T08:00:00Z')]),
    answered('q14', 'no', '2026-10-30T08:00:00Z'),
    answered('q27', [{ activity: 'Lift my son', score: 6 }], '2026-11-20T08:01:00Z', [
      answered('q27', [{ activity: 'Lift my son', score: 3 }], '2026-10-30T08:01:00Z'),
    ]),
    answered('q28', ['soft_ball', 'tennis_ball'], '2026-10-30T08:00:00Z'),
  ],
};

export async function fileOf(sheet: FlagSheet, intake: Intake): Promise<ScreeningFile> {
  return { sheet, intake, policy: await loadPolicy(), words: await loadScreeningWords() };
}

/** What the client's page asks of the server about it. */
export const screeningAnswers = (sheet: FlagSheet, intake: Intake): Record<string, unknown> => ({
  'GET /clients/c1/flags': sheet,
  'GET /clients/c1/intake': intake,
  'GET /practices/me/thresholds': { thresholds: [], history: [] },
});

export const byMarit = (flag: FlagTold): FlagTold => ({ ...flag, by: MARIT, source: 'therapist' });
