import { expect, it } from 'vitest';
import words from '../../content/words.en.gen.json';
import type { Area } from '../body-places';
import { answersIn, isTold, raisedBy } from '../screening';
import type { Policy } from '../screening/policy';
import rules from '../screening/policy.gen.json';
import {
  answerOf,
  EMPTY,
  endsIt,
  entryOf,
  type Form,
  formOf,
  isComplete,
  isGated,
  isPress,
  kindOf,
  noAnswer,
  type Part,
  partsOf,
  type Question,
  tapped,
  withEntry,
} from './index';

const policy = rules as unknown as Policy;
const TODAY = '2026-11-22';
const KNEE: Area = { region: 'knee', side: 'left' };
const CALF: Area = { region: 'calf', side: 'right' };
const ALL = [...words.questions, ...words.daily_check] as unknown as Question[];

function question(id: string): Question {
  const found = ALL.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

function choose(id: string, ...options: string[]): Form {
  return options.reduce((form, option) => tapped(question(id), form, option), EMPTY);
}

function told(form: Form, of: string, more: Partial<ReturnType<typeof entryOf>>): Form {
  return withEntry(form, { ...entryOf(form, of), ...more });
}

const parts = (id: string, form: Form) => partsOf(policy, question(id), form);
const answered = (id: string, form: Form, pain?: Area[]) => answerOf(question(id), form, pain);
const complete = (id: string, form: Form, part: Part = { kind: 'main' }) =>
  isComplete(policy, question(id), form, part, TODAY);
const raised = (id: string, answer: unknown) =>
  answersIn(answer).flatMap((one) => raisedBy(policy, policy.questions[id] ?? [], one, TODAY));
const flags = (id: string, answer: unknown) => raised(id, answer).map(({ flag }) => flag);

it('knows what every question asks for', () => {
  expect(Object.fromEntries(ALL.map((one) => [one.id, kindOf(one)]))).toMatchObject({
    q01: 'number',
    q02: 'places',
    q03: 'scale',
    q04: 'one',
    q05: 'many',
    q08: 'places',
    q12: 'one',
    q15: 'operations',
    q26: 'one',
    q27: 'goals',
    q28: 'many',
    q29: 'time',
    d1: 'many',
    d3: 'scale',
  });
  expect(kindOf({ ...question('q01'), type: 'date' })).toBe('date');
  expect(kindOf({ ...question('q01'), type: 'text' })).toBe('text');
  expect(kindOf({ ...question('q01'), type: 'something new' })).toBe('text');
});

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

it('a place is asked only where a flag of the chosen thing has one', () => {
  const asks = (id: string, option: string) => parts(id, choose(id, option)).slice(1);
  expect(asks('q18', 'now or under treatment')).toMatchObject([
    { of: 'now or under treatment', place: true, date: null },
  ]);
  expect(asks('q18', 'in the bones')).toEqual([]);
  expect(asks('q19', 'pacemaker or pump')).toHaveLength(1);
  expect(asks('q19', 'aneurysm')).toEqual([]);
  expect(asks('q20', 'diabetes')).toEqual([]);
  expect(asks('q25', 'floor is hard')).toEqual([]);
  expect(asks('d1', 'fever or feeling ill')).toEqual([]);
  expect(asks('d1', 'new injury')).toMatchObject([{ place: true, date: null }]);
  expect(asks('q08', 'not sure')).toMatchObject([{ of: 'yes', place: true }]);
  expect(asks('q02', 'yes')).toEqual([]);
  expect(asks('q26', 'yes')).toMatchObject([{ place: true, text: true }]);
  expect(asks('q12', 'yes')).toEqual([]);
});

it('a day is asked only where a flag of the chosen thing counts days, a due date for a pregnancy', () => {
  const date = (id: string, option: string) => {
    const part = parts(id, choose(id, option))[1];
    return part?.kind === 'detail' ? part.date : undefined;
  };
  expect(date('q06', 'hurt in the last 3 days')).toBe('on');
  expect(date('q06', 'hot red or newly swollen')).toBe(null);
  expect(date('q07', 'head or concussion')).toBe('on');
  expect(date('q24', 'injection')).toBe('on');
  expect(date('q24', 'implant')).toBe(null);
  expect(date('q16', 'week 28 or later')).toBe('due');
  expect(date('q16', 'birth in the last 12 weeks')).toBe('on');
  expect(date('q16', 'not sure')).toBe(undefined);
  expect(date('q16', 'rather not say')).toBe(undefined);
});

it('one part for each operation, for each chosen thing, and for what follows an answer', () => {
  const twice = told(told(choose('q15', 'yes'), '0', {}), '1', {});
  expect(parts('q15', choose('q15', 'no'))).toHaveLength(1);
  expect(parts('q15', choose('q15', 'yes'))).toHaveLength(2);
  expect(parts('q21', choose('q21', 'none'))).toHaveLength(1);
  expect(parts('q15', twice).map((part) => (part.kind === 'detail' ? part.of : part.kind))).toEqual([
    'main',
    '0',
    '1',
  ]);
  expect(parts('q21', choose('q21', 'wound', 'rash'))).toHaveLength(3);
  expect(parts('q04', choose('q04', 'under 3 days'))).toEqual([{ kind: 'main' }, { kind: 'follow_up' }]);
  expect(partsOf(policy, { ...question('q21'), id: 'q99' }, choose('q21', 'wound'))).toHaveLength(1);
});

it('"none of these" and the others exclude each other', () => {
  expect(choose('q21', 'wound', 'none').chosen).toEqual(['none']);
  expect(choose('q21', 'none', 'wound', 'rash').chosen).toEqual(['wound', 'rash']);
  expect(choose('q21', 'wound', 'rash', 'wound').chosen).toEqual(['rash']);
  expect(choose('q25', 'floor is hard', 'all fine').chosen).toEqual(['all fine']);
  expect(choose('q09', 'yes', 'no').chosen).toEqual(['no']);
});

it('a press on an answer that needs nothing more is enough, but no red flag is passed by', () => {
  expect(endsIt(question('q12'), 'yes')).toBe(true);
  expect(endsIt(question('q08'), 'yes')).toBe(true);
  expect(endsIt(question('q21'), 'none')).toBe(true);
  expect(endsIt(question('q21'), 'wound')).toBe(false);
  expect(endsIt(question('q05'), 'none')).toBe(false);
  expect(endsIt(question('q29'), 'no')).toBe(false);
});

it('what is answered by a press alone leads on by itself', () => {
  const press = (id: string, part: Part = { kind: 'main' }) => isPress(policy, question(id), part);
  const ids = ['q01', 'q02', 'q05', 'q08', 'q12', 'q15', 'q29'];
  expect(ids.filter((id) => press(id))).toEqual(['q08', 'q12', 'q15']);
  expect(press('q04', { kind: 'follow_up' })).toBe(true);
  expect(press('q08', parts('q08', choose('q08', 'yes'))[1])).toBe(false);
});

it('an answer is complete when it says what was asked', () => {
  const said = (text: string) => ({ ...EMPTY, said: text });
  expect(['', '0', '121', '4.5', 'old', '7', '44'].filter((age) => complete('q01', said(age)))).toEqual([
    '7',
    '44',
  ]);
  expect(complete('q02', EMPTY)).toBe(false);
  expect(complete('q02', choose('q02', 'no'))).toBe(true);
  expect(complete('q02', choose('q02', 'yes'))).toBe(false);
  expect(complete('q02', told(choose('q02', 'yes'), 'yes', { sites: [KNEE] }))).toBe(true);
  expect(complete('q03', EMPTY)).toBe(false);
  expect(complete('q03', said('0'))).toBe(true);
  expect(complete('q05', EMPTY)).toBe(false);
  expect(complete('q05', choose('q05', 'none'))).toBe(true);
  expect(complete('q08', choose('q08', 'not sure'))).toBe(true);
  expect(complete('q29', said('07:00'))).toBe(false);
  expect(complete('q29', choose('q29', 'no'))).toBe(true);
  expect(complete('q27', EMPTY)).toBe(false);
  expect(complete('q27', { ...EMPTY, goals: [{ activity: ' ', score: 3 }] })).toBe(false);
  expect(complete('q27', { ...EMPTY, goals: [{ activity: 'walk', score: null }] })).toBe(false);
  expect(complete('q27', { ...EMPTY, goals: [{ activity: 'walk', score: 0 }] })).toBe(true);
  const follow: Part = { kind: 'follow_up' };
  expect(complete('q04', choose('q04', 'under 3 days'), follow)).toBe(false);
  expect(complete('q04', { ...EMPTY, followUp: 'no' }, follow)).toBe(true);
});

it('a day may stay untold, and what is told has to be possible', () => {
  const detail = (id: string, option: string) => parts(id, choose(id, option))[1] as Part;
  const on = (day: string) =>
    complete('q24', told(choose('q24', 'injection'), 'injection', { on: day }), detail('q24', 'injection'));
  expect(['', TODAY, '2026-01-01', '2026-11-23', '1899-01-01', 'May'].filter(on)).toEqual([
    '',
    TODAY,
    '2026-01-01',
  ]);
  const due = (day: string) =>
    complete(
      'q16',
      told(choose('q16', 'weeks 0-13'), 'weeks 0-13', { due: day }),
      detail('q16', 'weeks 0-13'),
    );
  expect(['', '2027-05-01', '2026-11-01', '2026-09-01', '2028-01-01'].filter(due)).toEqual([
    '',
    '2027-05-01',
    '2026-11-01',
  ]);
  expect(complete('q21', choose('q21', 'wound'), detail('q21', 'wound'))).toBe(true);
});

it('yes or no comes before the places of a bone, and not before those of pain', () => {
  expect(isGated(policy, question('q08'))).toBe(true);
  expect(isGated(policy, question('q02'))).toBe(false);
  expect(isGated(policy, question('q21'))).toBe(false);
  expect(isGated(policy, { ...question('q02'), id: 'q99' })).toBe(false);
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

it('a place of a question that raises a flag newer than these rules is not asked', () => {
  const raises = { kind: 'chosen', value: 'wound', flags: ['of_next_year'], unless_agreed: false };
  const newer = { ...policy, questions: { ...policy.questions, q21: [raises] } };
  expect(partsOf(newer, question('q21'), choose('q21', 'wound'))).toHaveLength(1);
});
