import { expect, it } from 'vitest';
import { ALL, CALF, choose, KNEE, policy, question, TODAY, told } from '../../testing/questions';
import type { Area } from '../body-places';
import { answersIn, isTold, raisedBy } from '../screening';
import { answerOf, EMPTY, type Form, formOf, isComplete, noAnswer } from './index';

const answered = (id: string, form: Form, pain?: Area[]) => answerOf(question(id), form, pain);
const raised = (id: string, answer: unknown) =>
  answersIn(answer).flatMap((one) => raisedBy(policy, policy.questions[id] ?? [], one, TODAY));
const flags = (id: string, answer: unknown) => raised(id, answer).map(({ flag }) => flag);

// Every form that a screen can make, and the answer that stands for it in a log.
const WIRE: [name: string, id: string, form: Form, answer: unknown][] = [
  ['a number', 'q01', { ...EMPTY, said: '44' }, 44],
  ['a place', 'q02', told(choose('q02', 'yes'), 'yes', { sites: [KNEE] }), [KNEE]],
  ['no place', 'q02', choose('q02', 'no'), 'no'],
  ['a scale', 'q03', { ...EMPTY, said: '0' }, 0],
  ['a choice', 'q04', choose('q04', 'over 3 months'), 'over 3 months'],
  [
    'a choice and what follows it',
    'q04',
    { ...choose('q04', 'under 3 days'), followUp: 'no' },
    { chosen: 'under 3 days', follow_up: 'no' },
  ],
  ['red flags', 'q05', choose('q05', 'rf_dvt', 'rf_chest'), ['rf_dvt', 'rf_chest']],
  ['none of them', 'q05', choose('q05', 'rf_dvt', 'none'), ['none']],
  [
    'one thing with its place',
    'q21',
    told(choose('q21', 'wound'), 'wound', { sites: [KNEE] }),
    { chosen: ['wound'], sites: [KNEE] },
  ],
  [
    'several things, each with its own place and day',
    'q06',
    told(
      told(choose('q06', 'hot red or newly swollen', 'hurt in the last 3 days'), 'hot red or newly swollen', {
        sites: [CALF],
      }),
      'hurt in the last 3 days',
      { on: '2026-11-21', sites: [KNEE] },
    ),
    {
      entries: [
        { chosen: ['hot red or newly swollen'], sites: [CALF] },
        { chosen: ['hurt in the last 3 days'], on: '2026-11-21', sites: [KNEE] },
      ],
    },
  ],
  [
    'several things without a place',
    'q19',
    choose('q19', 'aneurysm', 'varicose veins'),
    ['aneurysm', 'varicose veins'],
  ],
  ['no broken bone', 'q08', choose('q08', 'no'), 'no'],
  ['a broken bone somewhere', 'q08', choose('q08', 'not sure'), 'not sure'],
  ['a broken bone', 'q08', told(choose('q08', 'yes'), 'yes', { sites: [KNEE] }), [KNEE]],
  ['no operation', 'q15', choose('q15', 'no'), { chosen: 'no', entries: [] }],
  [
    'operations',
    'q15',
    told(told(choose('q15', 'yes'), '0', { on: '2026-11-01', sites: [KNEE], agreed: 'yes' }), '1', {
      agreed: 'no',
    }),
    { entries: [{ on: '2026-11-01', sites: [KNEE], agreed: 'yes' }, { agreed: 'no' }] },
  ],
  [
    'a pregnancy and its due date',
    'q16',
    told(choose('q16', 'weeks 14-27'), 'weeks 14-27', { due: '2027-03-01' }),
    { chosen: 'weeks 14-27', due: '2027-03-01' },
  ],
  ['a wish to be careful', 'q26', choose('q26', 'no'), 'no'],
  [
    'a wish to be careful in her own words',
    'q26',
    { ...told(choose('q26', 'yes'), 'yes', { sites: [KNEE] }), said: 'slowly' },
    { chosen: 'yes', sites: [KNEE], text: 'slowly' },
  ],
  [
    'goals',
    'q27',
    { ...EMPTY, goals: [{ activity: 'climb stairs', score: 4 }] },
    [{ activity: 'climb stairs', score: 4 }],
  ],
  ['nothing at home', 'q28', choose('q28', 'none'), ['none']],
  ['a time', 'q29', { ...choose('q29', 'yes'), said: '07:00' }, { time: '07:00', consent: 'yes' }],
  ['no time', 'q29', choose('q29', 'no'), { time: null, consent: 'no' }],
];

it.each(WIRE)('%s (%s) is written, and the screen shows it again', (_, id, form, answer) => {
  expect(answered(id, form)).toEqual(answer);
  expect(isTold(answer)).toBe(true);
  expect(answered(id, formOf(question(id), answer))).toEqual(answer);
});

it('types without places and options are written as they are said', () => {
  const day = { ...question('q01'), type: 'date' };
  expect(answerOf(day, { ...EMPTY, said: '2026-11-01' })).toBe('2026-11-01');
  expect(formOf(day, '2026-11-01').said).toBe('2026-11-01');
  const text = { ...question('q01'), type: 'text' };
  expect(answerOf(text, { ...EMPTY, said: ' quietly ' })).toBe('quietly');
  expect(isComplete(policy, day, { ...EMPTY, said: '2026-11-23' }, { kind: 'main' }, TODAY)).toBe(false);
  expect(isComplete(policy, day, { ...EMPTY, said: '2026-11-22' }, { kind: 'main' }, TODAY)).toBe(true);
  expect(isComplete(policy, day, EMPTY, { kind: 'main' }, TODAY)).toBe(false);
  expect(isComplete(policy, text, { ...EMPTY, said: ' ' }, { kind: 'main' }, TODAY)).toBe(false);
});

it('each flag gets the place and the day of the thing that raises it', () => {
  const form = told(
    told(choose('q06', 'hot red or newly swollen', 'hurt in the last 3 days'), 'hot red or newly swollen', {
      sites: [CALF],
    }),
    'hurt in the last 3 days',
    { on: '2026-11-21', sites: [KNEE] },
  );
  expect(raised('q06', answered('q06', form))).toMatchObject([
    { flag: 'acute_inflammation', sites: [CALF] },
    { flag: 'acute_injury', sites: [KNEE], since: '2026-11-21' },
  ]);
});

it('an injury of the last days is where it hurts', () => {
  const form = { ...choose('q04', 'under 3 days'), followUp: 'not sure' };
  const answer = answered('q04', form, [KNEE]);
  expect(answer).toEqual({ chosen: 'under 3 days', follow_up: 'not sure', sites: [KNEE] });
  expect(raised('q04', answer)).toMatchObject([{ flag: 'acute_injury', sites: [KNEE] }]);
  expect(answered('q04', { ...form, followUp: 'no' }, [KNEE])).not.toHaveProperty('sites');
});

it('nothing to tell raises nothing, in every question that has such an answer', () => {
  const without = ALL.filter((one) => noAnswer(one) === undefined).map(({ id }) => id);
  expect(without).toEqual(['q01', 'q03', 'q04', 'q05', 'q27', 'q29', 'd3', 'd4']);
  for (const one of ALL) expect(flags(one.id, noAnswer(one)), one.id).toEqual([]);
  expect(noAnswer(question('q15'))).toEqual({ chosen: 'no', entries: [] });
  expect(noAnswer(question('q25'))).toEqual(['all fine']);
});

it('an operation of which nothing is known counts as the strictest', () => {
  const answer = answered('q15', choose('q15', 'yes'));
  expect(isTold(answer)).toBe(true);
  expect(flags('q15', answer)).toEqual(['surgery_lt_1w', 'surgery_no_approval']);
});

it('an answer that this app cannot read shows an empty form, not a broken one', () => {
  expect(formOf(question('q02'), [{ region: 'knee' }, 7, KNEE]).entries[0]?.sites).toEqual([KNEE]);
  expect(formOf(question('q27'), [7, { activity: 'walk' }]).goals).toEqual([
    { activity: '', score: null },
    { activity: 'walk', score: null },
  ]);
  expect(formOf(question('q27'), 'walk').goals).toEqual([]);
  expect(formOf(question('q12'), null)).toEqual({ ...EMPTY, chosen: [] });
  expect(formOf(question('q15'), 'no').chosen).toEqual(['no']);
  expect(formOf(question('q01'), null).said).toBe('');
});

it('what is told of a thing a second time stands for the first', () => {
  const once = told(told(choose('q21', 'wound', 'rash'), 'wound', { sites: [KNEE] }), 'rash', {
    sites: [KNEE],
  });
  const again = told(once, 'wound', { sites: [CALF] });
  expect(again.entries.map(({ of, sites }) => [of, sites])).toEqual([
    ['wound', [CALF]],
    ['rash', [KNEE]],
  ]);
});
