import { describe, expect, it } from 'vitest';
import type { Policy } from '../screening';
import policyData from '../screening/policy.gen.json';
import {
  type Answered,
  type AnswerTold,
  chosenIn,
  dueSafety,
  goals,
  type Intake,
  isAsked,
  lastVisit,
  newSince,
  ownTools,
} from './answers';

const policy = policyData as unknown as Policy;

function told(question_id: string, answer: unknown, at: string, by: string | null = null): AnswerTold {
  const who = by === null ? null : { id: by, name: by };
  return { question_id, answer, at, answered_on: at.slice(0, 10), by: who, version: '1' };
}

const answered = (now: AnswerTold, ...earlier: AnswerTold[]): Answered => ({ ...now, earlier });
const intake = (...answers: Answered[]): Intake => ({ today: '2026-11-22', open: true, due: [], answers });

const VISIT = '2026-11-10T10:00:00Z';
const BEFORE = '2026-11-01T08:00:00Z';
const AFTER = '2026-11-20T08:00:00Z';

it('knows which of the due questions keep the program closed', () => {
  const due = ['q12', 'q26', 'q27'].map((question_id) => ({ question_id, why: 'first' as const }));
  expect(dueSafety({ ...intake(), due }, policy).map((one) => one.question_id)).toEqual(['q12']);
});

describe('the last visit', () => {
  it('is the newest of what a therapist did: asked in the room, gave a program, screened', () => {
    const file = intake(answered(told('q12', 'no', VISIT, 'Vera')), answered(told('q14', 'no', AFTER)));
    expect(lastVisit(file, [])).toBe(VISIT);
    expect(lastVisit(file, [BEFORE, AFTER])).toBe(AFTER);
    expect(lastVisit(intake(), [])).toBe(null);
  });
});

describe('what is new since then', () => {
  it('is an answer that differs from the one at the visit', () => {
    const changed = answered(told('q12', 'yes', AFTER), told('q12', 'no', BEFORE));
    expect(newSince(changed, VISIT)).toBe('changed');
  });

  it('is an answer to what was open at the visit', () => {
    expect(newSince(answered(told('q12', 'yes', AFTER)), VISIT)).toBe('new');
  });

  it('is not the same answer given again, in whatever order it is written', () => {
    const now = told('q20', { chosen: ['area'], sites: [] }, AFTER);
    const then = told('q20', { sites: [], chosen: ['area'] }, BEFORE);
    expect(newSince(answered(now, then), VISIT)).toBe(null);
  });

  it('compares with the visit, not with what was tried in between', () => {
    const twice = answered(
      told('q12', 'no', AFTER),
      told('q12', 'yes', '2026-11-19T08:00:00Z'),
      told('q12', 'no', BEFORE),
    );
    expect(newSince(twice, VISIT)).toBe(null);
  });

  it('is nothing that was told before the visit, and nothing while there was none', () => {
    expect(newSince(answered(told('q12', 'yes', BEFORE)), VISIT)).toBe(null);
    expect(newSince(answered(told('q12', 'yes', AFTER)), null)).toBe(null);
  });
});

describe('goals and tools', () => {
  it('shows each goal of today with its ratings from the first to the last', () => {
    const now = told(
      'q27',
      [
        { activity: 'Lift my son', score: 6 },
        { activity: 'Run', score: 2 },
      ],
      AFTER,
    );
    const then = told(
      'q27',
      [
        { activity: 'Lift my son', score: 3 },
        { activity: 'Swim', score: 1 },
      ],
      BEFORE,
    );
    expect(goals(intake(answered(now, then)))).toEqual([
      {
        activity: 'Lift my son',
        scores: [
          { on: '2026-11-01', score: 3 },
          { on: '2026-11-20', score: 6 },
        ],
      },
      { activity: 'Run', scores: [{ on: '2026-11-20', score: 2 }] },
    ]);
  });

  it('leaves out what cannot be read', () => {
    const odd = told('q27', ['Run', { activity: 'Walk' }, { activity: 1, score: 2 }, null], AFTER);
    expect(goals(intake(answered(odd)))).toEqual([]);
    expect(goals(intake(answered(told('q27', 'later', AFTER))))).toEqual([]);
    expect(goals(intake())).toEqual([]);
  });

  it('knows a client without tools from one who was not asked', () => {
    expect(ownTools(intake())).toBe(null);
    expect(ownTools(intake(answered(told('q28', ['none'], AFTER))))).toEqual([]);
    expect(ownTools(intake(answered(told('q28', ['soft_ball', 3], AFTER))))).toEqual(['soft_ball']);
  });
});

describe('whether a question is asked', () => {
  const high = { show_if: { q16: ['weeks 0-13', 'not sure'] } };

  it('hangs on the answer to another one, however it is written', () => {
    expect(isAsked(high, () => 'not sure')).toBe(true);
    expect(isAsked(high, () => ({ chosen: 'weeks 0-13', due: null }))).toBe(true);
    expect(isAsked(high, () => ['no'])).toBe(false);
    expect(isAsked(high, () => undefined)).toBe(false);
  });

  it('hangs on nothing where nothing is said', () => {
    expect(isAsked({}, () => undefined)).toBe(true);
  });

  it('reads the options of every kind of answer', () => {
    expect(chosenIn({ chosen: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(chosenIn(7)).toEqual([]);
  });
});
