import { describe, expect, it } from 'vitest';
import { voidLog } from './client-logs';
import {
  goalsLog,
  goalsOf,
  measureLog,
  measuresAsked,
  measuresDue,
  notNowLog,
  type Step,
  stepsOf,
} from './measures-phone';
import { stamp } from './stamp';
import type { AnswerOnWire, IntakeLog, Log, ReactionLog } from './types';

const TODAY = '2026-03-04';
const NOW = Date.parse('2026-03-04T08:00:00Z');
const ZONE = 'Europe/Berlin';
const SINCE = { measures: { since: '2026-03-02' } };

let made = 0;
const id = () => `0193a000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
const pain = (avg: number, at = NOW) => measureLog('pain_avg', { avg }, id(), at, ZONE);
const asked = (logs: Log[], view: Parameters<typeof measuresAsked>[0] = SINCE) =>
  measuresAsked(view, logs, TODAY)?.measures ?? null;

function answer(goals: unknown, answered_on = '2026-03-01', question_id = 'q27'): AnswerOnWire {
  return {
    question_id,
    answered_on,
    at: `${answered_on}T10:00:00Z`,
    answer: goals,
    by_therapist: true,
  };
}

function told(question_id: string, said: unknown): IntakeLog {
  return { ...stamp(id(), NOW, ZONE), kind: 'intake', question_id, answer: said };
}

describe('what is asked', () => {
  it('is nothing before there is a program, or where an older server says nothing of it', () => {
    expect(measuresAsked({ measures: { since: null } }, [], TODAY)).toBeNull();
    expect(measuresDue({}, [], TODAY)).toBeNull();
    expect(measuresAsked({}, [], TODAY)).toBeNull();
  });

  it('is what was not told yet', () => {
    expect(asked([])).toEqual(['pain_avg', 'psfs']);
    expect(asked([pain(4)])).toEqual(['psfs']);
  });

  it('comes again when what was told is taken back, or cannot be read', () => {
    const log = pain(4);
    expect(asked([log, voidLog(log.id, id(), NOW, ZONE)])).toEqual(['pain_avg', 'psfs']);
    expect(asked([pain(44)])).toEqual(['pain_avg', 'psfs']);
  });

  it('leaves out goals that she named and rated in the intake', () => {
    const view = { ...SINCE, answers: [answer([{ activity: 'walk', score: 3 }])] };
    expect(asked([], view)).toEqual(['pain_avg']);
    expect(asked([], { ...SINCE, answers: [answer([])] })).toEqual(['pain_avg', 'psfs']);
  });

  it('waits for another day when she was asked other questions today, unless she has begun', () => {
    const other = told('q05', ['none']);
    const reaction: ReactionLog = {
      ...stamp(id(), NOW, ZONE),
      kind: 'reaction',
      session_id: id(),
      answer: 'gone',
    };
    expect(asked([other])).toBeNull();
    expect(asked([reaction])).toBeNull();
    expect(asked([other, pain(4)])).toEqual(['psfs']);
    expect(asked([told('q27', [])])).toEqual(['pain_avg', 'psfs']);
    expect(measuresDue(SINCE, [other], TODAY)?.measures).toEqual(['pain_avg', 'psfs']);
  });

  it('waits for a week when she puts it off, and stays on the page that is hers', () => {
    const week = 7 * 86_400_000;
    const off = notNowLog(id(), NOW, ZONE);
    expect(off.value).toBe('2026-03-11');
    expect(asked([off])).toBeNull();
    expect(asked([notNowLog(id(), NOW - week, ZONE)])).toEqual(['pain_avg', 'psfs']);
    expect(asked([off, notNowLog(id(), NOW - week, ZONE)])).toBeNull();
    expect(asked([notNowLog(id(), NOW - week, ZONE), off])).toBeNull();
    expect(asked([{ ...off, value: 7 }])).toEqual(['pain_avg', 'psfs']);
    expect(asked([{ ...off, name: 'language' }])).toEqual(['pain_avg', 'psfs']);
    expect(measuresDue(SINCE, [off], TODAY)?.measures).toEqual(['pain_avg', 'psfs']);
  });
});

describe('her goals', () => {
  const view = { answers: [answer([{ activity: 'walk', score: 3 }]), answer('x', '2026-03-03', 'q28')] };

  it('are those of her newest answer, here or at the practice', () => {
    expect(goalsOf({}, [])).toEqual([]);
    expect(goalsOf(view, [told('q28', ['ball'])])).toEqual(['walk']);
    expect(goalsOf(view, [told('q27', [{ activity: 'dance', score: 1 }])])).toEqual(['dance']);
    const newer = { answers: [answer([{ activity: 'walk', score: 3 }], '2026-03-09')] };
    expect(goalsOf(newer, [told('q27', [{ activity: 'dance', score: 1 }])])).toEqual(['walk']);
  });

  it('that are named when they are asked for are an answer of the intake too', () => {
    expect(goalsLog([{ activity: ' dance ', score: 2 }], 'an id', NOW, ZONE)).toMatchObject({
      kind: 'intake',
      question_id: 'q27',
      answer: [{ activity: 'dance', score: 2 }],
    });
  });
});

describe('the steps', () => {
  const due = (...measures: ('pain_avg' | 'psfs' | 'groc')[]) => ({ weeks: 4, measures });
  const named = (steps: Step[]) =>
    steps.map(({ kind, goal, last }) => `${kind} ${goal ?? ''} ${last}`.trim());

  it('are one question each, every goal its own', () => {
    expect(named(stepsOf(due('pain_avg', 'psfs', 'groc'), ['walk', 'dance']))).toEqual([
      'pain  true',
      'goal walk false',
      'goal dance true',
      'change  true',
    ]);
  });

  it('ask for her goals where she named none', () => {
    expect(named(stepsOf(due('psfs'), []))).toEqual(['name  true']);
  });

  it('are none where nothing is due', () => {
    expect(stepsOf(null, ['walk'])).toEqual([]);
  });
});
