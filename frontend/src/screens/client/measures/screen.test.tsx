import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { measureLog } from '../../../domain/measures-phone';
import type { MeasureLog, View } from '../../../domain/types';
import * as store from '../../../store';
import * as db from '../../../store/logs';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, show } from '../../../testing/page';
import { MeasuresPart, MeasuresRow } from '../parts/later/measures-row';
import { Measures } from './screen';

const GOALS = [
  { activity: 'Climb the stairs', score: 3 },
  { activity: 'Sleep through', score: 5 },
];

const since = (date: string, goals: unknown = []): Partial<View> => ({
  measures: { since: date },
  answers: [
    {
      question_id: 'q27',
      answered_on: '2026-03-01',
      at: '2026-03-01T10:00:00Z',
      answer: goals,
      by_therapist: false,
    },
  ],
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-30T08:00:00Z') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const told = () =>
  store.logs.value
    .filter((log): log is MeasureLog => log.kind === 'measure')
    .map(({ measure_id, values }) => [measure_id, values])
    .reverse();
const Row = () => (
  <main>
    <MeasuresRow date={store.todayDate()} />
  </main>
);
const title = (name: string) => screen.findByRole('heading', { level: 1, name });
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const next = () => fireEvent.click(screen.getByRole('button', { name: 'Next' }));

test('four weeks on, one thing is asked at a time, and each measure is one log', async () => {
  await anasPhone(since('2026-03-02', GOALS));
  show(Measures, '/measures');
  await title('Your pain over the last 7 days, on average');
  expect(screen.getByText('1 of 4')).toBeTruthy();
  await expectAccessible();
  choose('4');
  next();
  await title('How well can you do this today?');
  expect(screen.getByText('Climb the stairs')).toBeTruthy();
  choose('6');
  next();
  await screen.findByText('Sleep through');
  choose('10, as well as before');
  next();
  await title('How are you now, compared with the start?');
  await expectAccessible();
  choose('+3, better');
  next();
  await title('Thank you');
  await expectAccessible();
  expect(told()).toEqual([
    ['pain_avg', { avg: 4 }],
    ['psfs', { 'Climb the stairs': 6, 'Sleep through': 10 }],
    ['groc', { change: 3 }],
  ]);
});

test('she goes on where she left, goals half told among them', async () => {
  await anasPhone(since('2026-03-02', GOALS));
  show(Measures, '/measures');
  await title('Your pain over the last 7 days, on average');
  choose('4');
  next();
  await title('How well can you do this today?');
  choose('6');
  next();
  await screen.findByText('Sleep through');
  cleanup();
  show(Measures, '/measures');
  await screen.findByText('Sleep through');
  expect(screen.getByText('2 of 3')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  await screen.findByText('Climb the stairs');
  expect((screen.getByRole('radio', { name: '6' }) as HTMLInputElement).checked).toBe(true);
  next();
  await screen.findByText('Sleep through');
  choose('2');
  next();
  await title('How are you now, compared with the start?');
  expect(told().at(-1)).toEqual(['psfs', { 'Climb the stairs': 6, 'Sleep through': 2 }]);
});

test('goals that nobody named yet are named now, and are an answer of the intake too', async () => {
  vi.setSystemTime(Date.parse('2026-03-02T08:00:00Z'));
  await anasPhone(since('2026-03-02'));
  await store.saveLog(measureLog('pain_avg', { avg: 4 }, store.newLogId(), Date.now(), 'UTC'));
  show(Measures, '/measures');
  await title('What would you like to do again?');
  fireEvent.input(screen.getByRole('textbox'), { target: { value: ' Dance ' } });
  choose('2');
  await expectAccessible();
  next();
  await title('Thank you');
  expect(told().at(-1)).toEqual(['psfs', { Dance: 2 }]);
  expect(store.logs.value.find((log) => log.kind === 'intake')).toMatchObject({
    question_id: 'q27',
    answer: [{ activity: 'Dance', score: 2 }],
  });
});

test('goals that are left out come back in a week', async () => {
  vi.setSystemTime(Date.parse('2026-03-02T08:00:00Z'));
  await anasPhone(since('2026-03-02'));
  show(Measures, '/measures');
  await title('Your pain over the last 7 days, on average');
  choose('4');
  next();
  await title('What would you like to do again?');
  fireEvent.click(screen.getByRole('button', { name: 'Leave it out' }));
  await title('Thank you');
  await waitFor(() => expect(store.logs.value.some((log) => log.kind === 'setting')).toBe(true));
  cleanup();
  show(Row, '/today');
  expect(screen.queryByRole('link', { name: 'Answer' })).toBeNull();
});

test('what the phone cannot keep stays, and is said', async () => {
  await anasPhone(since('2026-03-02'));
  vi.spyOn(db, 'addLogs').mockRejectedValueOnce(new store.NotSaved(new Error('full')));
  show(Measures, '/measures');
  await title('Your pain over the last 7 days, on average');
  choose('4');
  next();
  await screen.findByText('Not saved yet');
  expect((screen.getByRole('radio', { name: '4' }) as HTMLInputElement).checked).toBe(true);
  await expectAccessible();
  next();
  await title('What would you like to do again?');
  expect(told()).toEqual([['pain_avg', { avg: 4 }]]);
});

test('a quiet row says how much it is, and goes for a week with one tap', async () => {
  await anasPhone(since('2026-03-02', GOALS));
  show(Row, '/today');
  expect(screen.getByText('4 questions, one minute')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Answer' }).getAttribute('href')).toBe('/measures');
  await expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  await waitFor(() => expect(screen.queryByText('4 questions, one minute')).toBeNull());
  cleanup();
  vi.setSystemTime(Date.parse('2026-04-06T08:00:00Z'));
  show(Row, '/today');
  expect(screen.getByText('4 questions, one minute')).toBeTruthy();
});

test('among what is hers it stays while it is due', async () => {
  await anasPhone(since('2026-03-02', GOALS));
  show(MeasuresPart, '/me');
  expect(screen.getByRole('link', { name: '4 questions, one minute' })).toBeTruthy();
  cleanup();
  await anasPhone(since('2026-03-29', GOALS));
  await store.saveLog(measureLog('pain_avg', { avg: 4 }, store.newLogId(), Date.now(), 'UTC'));
  show(MeasuresPart, '/me');
  expect(screen.queryByRole('heading', { name: 'How is it going overall?' })).toBeNull();
});

test('where nothing is due the page says so, and who is nobody is sent to the door', async () => {
  await anasPhone({});
  show(Measures, '/measures');
  await title('Nothing to ask just now');
  await expectAccessible();
});
