import { describe, expect, it } from 'vitest';
import { EMPTY, type Form } from '../questions';
import type { Policy } from '../screening';
import policyData from '../screening/policy.gen.json';
import type { Intake } from './answers';
import { type Asked, type Draft, isWhole, refusals, roomSections, withForm, withNo } from './room';

const policy = policyData as unknown as Policy;
const options = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
const question = (id: string, other: Partial<Asked> = {}): Asked => ({
  id,
  text: id,
  type: 'bool',
  options: options('yes', 'no', 'not sure'),
  ...other,
});
const chosen = (...ids: string[]): Form => ({ ...EMPTY, chosen: ids });

const SIGNS = question('q05', { type: 'multi', options: options('rf_dvt', 'none') });
const AGE = question('q01', { type: 'int', options: [] });
const QUESTIONS = [
  AGE,
  SIGNS,
  question('q06', { type: 'multi + date + body_map', options: options('hurt in the last 3 days', 'none') }),
  question('q10'),
  question('q12'),
  question('q16', { type: 'choice + date', options: options('no', 'weeks 0-13') }),
  question('q17', { show_if: { q16: ['weeks 0-13'] } }),
  question('new_one'),
];

const intake = (due: string[], answers: Record<string, unknown> = {}): Intake => ({
  today: '2026-11-22',
  open: false,
  due: due.map((question_id) => ({ question_id, why: 'first' })),
  answers: Object.entries(answers).map(([question_id, answer]) => ({
    question_id,
    answer,
    at: '2026-11-01T08:00:00Z',
    answered_on: '2026-11-01',
    by: null,
    version: '1',
    earlier: [],
  })),
});

const shown = (told: Intake, draft: Draft, all = false) =>
  roomSections(QUESTIONS, told, draft, all).map(({ section, questions }) => [
    section,
    ...questions.map((one) => one.question.id),
  ]);

describe('the form', () => {
  it('shows what is due, in sections, and what a newer app added at the end', () => {
    expect(shown(intake(['q05', 'q06', 'q12', 'new_one']), {})).toEqual([
      ['warning', 'q05'],
      ['lately', 'q06'],
      ['health', 'q12'],
      ['wishes', 'new_one'],
    ]);
  });

  it('shows the others too when she wants all, and says which are due', () => {
    const all = roomSections(QUESTIONS, intake(['q12']), {}, true);
    const due = all.flatMap(({ questions }) => questions.filter(({ why }) => why === 'first'));
    expect(due.map(({ question: { id } }) => id)).toEqual(['q12']);
    expect(all.flatMap(({ questions }) => questions)).toHaveLength(QUESTIONS.length - 1);
  });

  it('keeps on the page what she has filled in, due or not', () => {
    expect(shown(intake([]), { q10: chosen('yes') })).toEqual([['health', 'q10']]);
  });

  it('asks what hangs on an answer as soon as that is given here', () => {
    const due = intake(['q16']);
    expect(shown(due, {})).toEqual([['operations', 'q16']]);
    expect(shown(due, { q16: chosen('weeks 0-13') })).toEqual([['operations', 'q16', 'q17']]);
  });

  it('goes by what she answered before where it is not answered here', () => {
    expect(shown(intake([], { q16: 'weeks 0-13' }), {})).toEqual([['operations', 'q17']]);
    expect(shown(intake([], { q16: 'weeks 0-13' }), { q16: chosen('no') })).toEqual([['operations', 'q16']]);
    expect(shown(intake([], { q16: 'weeks 0-13', q17: 'no' }), {})).toEqual([]);
  });
});

describe('no to all of the rest', () => {
  it('answers what is open and leaves what was said', () => {
    const draft = withNo({ q10: chosen('yes') }, QUESTIONS.slice(2, 5));
    expect(Object.entries(draft).map(([id, form]) => [id, ...form.chosen])).toEqual([
      ['q10', 'yes'],
      ['q06', 'none'],
      ['q12', 'no'],
    ]);
  });

  it('is never said to the warning signs, nor where there is no such answer', () => {
    expect(withNo({}, [SIGNS, AGE])).toEqual({});
  });
});

describe('the draft', () => {
  it('forgets a question from which everything was taken away', () => {
    expect(withForm({ q12: chosen('no') }, 'q12', EMPTY)).toEqual({});
    expect(withForm({}, 'q12', chosen('no'))).toEqual({ q12: chosen('no') });
  });

  it('knows an answer that is not whole', () => {
    const whole = (form: Form) => isWhole(policy, AGE, form, '2026-11-22');
    expect(whole({ ...EMPTY, said: '39' })).toBe(true);
    expect(whole({ ...EMPTY, said: 'old' })).toBe(false);
  });
});

it('brings each refusal to its question', () => {
  const fields = {
    'answers.q07.on': 'Too late.',
    'answers.q07.sites.0': 'No such place.',
    'answers.q12': 'No.',
    note: 'x',
  };
  expect(refusals(fields)).toEqual({ q07: 'Too late. No such place.', q12: 'No.' });
});
