import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it } from 'vitest';
import { answerOf, EMPTY, type Form, type Question } from '../../domain/questions';
import { expectAccessible } from '../../testing/axe';
import { CALF, choose, KNEE, policy, question, TODAY, told } from '../../testing/questions';
import { answerWords, QuestionField } from '.';

afterEach(cleanup);

let now: Form;

/** All parts of a question below each other, as in the room. */
function Whole({ question: asked, form: first = EMPTY }: { question: Question; form?: Form }) {
  const [form, setForm] = useState(first);
  now = form;
  return (
    <main>
      <h1>Intake</h1>
      <h2>1</h2>
      <h3>{asked.text}</h3>
      <QuestionField policy={policy} question={asked} form={form} onChange={setForm} today={TODAY} />
    </main>
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('shows each chosen thing with its own place and day, and nothing of what is not chosen', async () => {
  render(<Whole question={question('q06')} />);
  expect(screen.queryByLabelText('When was it?')).toBeNull();
  press('Hurt in the last 3 days');
  expect(screen.getByRole('heading', { level: 4, name: 'Hurt in the last 3 days' })).toBeTruthy();
  fireEvent.input(screen.getByLabelText('When was it?'), { target: { value: '2026-11-21' } });
  fireEvent.click(screen.getAllByRole('button', { name: 'Left knee' })[0] as Element);
  await expectAccessible();
  expect(answerOf(question('q06'), now)).toEqual({
    chosen: ['hurt in the last 3 days'],
    on: '2026-11-21',
    sites: [KNEE],
  });
  press('None of these');
  expect(screen.queryByLabelText('When was it?')).toBeNull();
});

it('marks a place with one tap and takes it back with another, without asking how strong', async () => {
  render(<Whole question={question('q02')} />);
  const knee = () => screen.getAllByRole('button', { name: 'Left knee' })[0] as Element;
  fireEvent.click(knee());
  expect(knee().getAttribute('aria-pressed')).toBe('true');
  expect(screen.queryByRole('radiogroup')).toBeNull();
  await expectAccessible();
  press('Remove Left knee');
  expect(knee().getAttribute('aria-pressed')).toBe('false');
  press('Nowhere right now');
  expect(answerOf(question('q02'), now)).toBe('no');
});

it('marks several places from the list, which stays open', () => {
  render(<Whole question={question('q02')} />);
  press('From a list');
  const list = within(screen.getByRole('dialog', { name: 'Where is it?' }));
  fireEvent.click(list.getByRole('button', { name: 'Left knee' }));
  fireEvent.click(list.getByRole('button', { name: 'Right calf' }));
  expect(answerOf(question('q02'), now)).toEqual([KNEE, CALF]);
});

it('takes an operation out again, and keeps the others as they were', () => {
  const two = told(told(choose('q15', 'yes'), '0', { on: '2026-11-01' }), '1', { on: '2026-10-01' });
  render(<Whole question={question('q15')} form={two} />);
  fireEvent.click(screen.getAllByRole('button', { name: 'Take this one out' })[0] as Element);
  expect(answerOf(question('q15'), now)).toEqual({ entries: [{ on: '2026-10-01', agreed: 'not sure' }] });
  expect(screen.queryByRole('button', { name: 'Take this one out' })).toBeNull();
});

it('takes at most three things to do again', () => {
  render(<Whole question={question('q27')} />);
  const write = (name: string, value: string) =>
    fireEvent.input(screen.getByLabelText(name), { target: { value } });
  write('What would you like to do again?', 'walk');
  press('Add another');
  write('And thing 2', 'dance');
  press('Add another');
  expect(screen.queryByRole('button', { name: 'Add another' })).toBeNull();
  press('Take out walk');
  expect(now.goals.map(({ activity }) => activity)).toEqual(['dance', '']);
});

it('a day, a text and a number have a field of their own', () => {
  const as = (type: string): Question => ({ ...question('q03'), type });
  for (const [type, label, said] of [
    ['date', 'Day', '2026-11-01'],
    ['text', 'Your answer', 'slowly'],
    ['int', 'Your answer', '7'],
  ] as const) {
    const { unmount } = render(<Whole question={as(type)} />);
    fireEvent.input(screen.getByLabelText(label), { target: { value: said } });
    expect(now.said).toBe(said);
    unmount();
  }
});

it.each([
  ['q01', 44, '44'],
  ['q02', [KNEE, CALF], 'Left knee, Right calf'],
  ['q02', 'no', 'No'],
  ['q03', 4, '4'],
  ['q04', 'none', 'Nothing to tell'],
  [
    'q04',
    { chosen: 'under 3 days', follow_up: 'yes', sites: [KNEE] },
    'Under 3 days (Left knee), Did it begin with an injury? Yes',
  ],
  ['q08', 'not sure', 'Not sure'],
  ['q12', 'yes', 'Yes'],
  ['q15', { chosen: 'no', entries: [] }, 'No'],
  [
    'q15',
    { entries: [{ on: '2026-11-01', sites: [KNEE], agreed: 'yes' }] },
    'Your operation (1 November 2026, Left knee, surgeon agrees: yes)',
  ],
  ['q16', { chosen: 'weeks 14-27', due: '2027-03-01' }, 'Weeks 14-27 (due 1 March 2027)'],
  [
    'q21',
    { entries: [{ chosen: ['wound'], sites: [KNEE] }, { chosen: ['rash'] }] },
    'Wound or stitches (Left knee), Rash',
  ],
  ['q26', { chosen: 'yes', text: 'slowly' }, 'Yes, slowly'],
  ['q27', [{ activity: 'walk', score: 4 }], 'walk: 4 of 10'],
  ['q28', ['none'], 'None of these'],
  ['q29', { time: '07:00', consent: 'yes' }, '07:00, reminders: yes'],
  ['q29', { time: null, consent: 'no' }, 'reminders: no'],
  ['q12', 'of next year', 'of next year'],
])('%s: %j reads as one plain line', (id, answer, line) => {
  expect(answerWords(question(id), answer)).toBe(line);
});
