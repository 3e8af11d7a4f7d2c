import { expect, it } from 'vitest';
import { ALL, choose, KNEE, policy, question, TODAY, told } from '../../testing/questions';
import { EMPTY, endsIt, type Form, isComplete, isGated, isPress, kindOf, type Part, partsOf } from './index';

const parts = (id: string, form: Form) => partsOf(policy, question(id), form);
const complete = (id: string, form: Form, part: Part = { kind: 'main' }) =>
  isComplete(policy, question(id), form, part, TODAY);

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

it('a place of a question that raises a flag newer than these rules is not asked', () => {
  const raises = { kind: 'chosen', value: 'wound', flags: ['of_next_year'], unless_agreed: false };
  const newer = { ...policy, questions: { ...policy.questions, q21: [raises] } };
  expect(partsOf(newer, question('q21'), choose('q21', 'wound'))).toHaveLength(1);
});
