import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { voidLog } from '../../../domain/client-logs';
import type { ReactionLog } from '../../../domain/types';
import * as store from '../../../store';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, show } from '../../../testing/page';
import { aSession, aVersion } from '../../../testing/program';
import { History } from './screen';

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
  await anasPhone({});
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a month is a page of slices with its days and minutes', async () => {
  await store.saveLogs([aSession(), aSession({ id: store.newLogId(), local_date: '2026-11-20' })]);
  show(History, '/history');
  expect(screen.getByRole('heading', { level: 1, name: '2 days, 6 minutes' })).toBeTruthy();
  expect(screen.getByRole('img', { name: '20 November: 3 minutes' })).toBeTruthy();
  expect(screen.getByText('21 November: a quiet day')).toBeTruthy();
  expect(screen.getAllByText('Pain before 5, after 3')).toHaveLength(2);
  await expectAccessible();
});

test('a few seconds are under a minute, and no practice at all is a quiet month', async () => {
  const [left] = aSession().items;
  if (!left) throw new Error('a session has an item');
  await store.saveLog(aSession({ items: [{ ...left, done_s: 12 }] }));
  show(History, '/history');
  expect(screen.getByRole('heading', { level: 1, name: '1 day, under a minute' })).toBeTruthy();
  cleanup();
  await store.saveLog(aSession({ id: store.newLogId(), local_date: '2026-10-31' }));
  await store.saveLog(voidLog(aSession().id, store.newLogId(), Date.now(), 'UTC'));
  show(History, '/history');
  expect(screen.getByRole('heading', { level: 1, name: 'A quiet month' })).toBeTruthy();
});

test('days of rest and of recovery say what they are', async () => {
  await anasPhone({ program: aVersion({ starts_on: '2026-11-01', days: [0, 1, 2, 3, 4] }) });
  const [log] = [{ ...aSession(), id: store.newLogId(), kind: 'reaction', local_date: '2026-11-20' }];
  await store.saveLogs([
    aSession(),
    { ...log, session_id: aSession().id, answer: 'still' } as unknown as ReactionLog,
  ]);
  show(History, '/history');
  expect(screen.getByText('21 November: a day of rest')).toBeTruthy();
  expect(screen.getByText('20 November: a day to recover')).toBeTruthy();
  expect(screen.getByRole('img', { name: '19 November: a quiet day' })).toBeTruthy();
  await expectAccessible();
});

test('pain and softening are drawn, said in a sentence, and there as a table', async () => {
  const dates = ['2026-11-18', '2026-11-19', '2026-11-20'];
  await store.saveLogs(
    dates.map((local_date, index) =>
      aSession({
        id: store.newLogId(),
        local_date,
        pain_before: 6 - index,
        pain_after: 3 - index,
        items: aSession().items.map((entry) => ({ ...entry, softening: { start: 6, end: 2 } })),
      }),
    ),
  );
  show(History, '/history');
  expect(screen.getByRole('img', { name: 'Pain before and after 3 practices of this month' })).toBeTruthy();
  expect(screen.getByText(/This month about 5 before and about 2 after/)).toBeTruthy();
  expect(screen.getByText('A tender spot went from about 6 to about 2.')).toBeTruthy();
  expect(screen.getAllByRole('row', { name: 'Thu 19 Nov 5 2', hidden: true })).toHaveLength(1);
  expect(screen.getAllByRole('row', { name: 'Thu 19 Nov 6 2', hidden: true })).toHaveLength(1);
  await expectAccessible();
});

test('a practice is taken back after a question, and no longer counts', async () => {
  await store.saveLog(aSession());
  show(History, '/history');
  fireEvent.click(screen.getByRole('button', { name: 'Take back the practice of Sun 22 Nov, 08:00' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  await waitFor(() => expect(screen.getByText('taken back')).toBeTruthy());
  expect(store.logs.value.find((log) => log.kind === 'void')).toMatchObject({ voids: aSession().id });
  expect(screen.getByRole('heading', { level: 1, name: 'Nothing yet' })).toBeTruthy();
  await expectAccessible();
});

test('an empty history promises nothing', async () => {
  show(History, '/history');
  expect(screen.getByRole('heading', { level: 1, name: 'Nothing yet' })).toBeTruthy();
  await expectAccessible();
});

test('what adds up is said: minutes of 7 days, and weeks with four days', async () => {
  await store.saveLogs(
    ['09', '10', '11', '12', '20'].map((day) =>
      aSession({ id: store.newLogId(), local_date: `2026-11-${day}` }),
    ),
  );
  show(History, '/history');
  expect(screen.getByText('3 minutes in the last 7 days. 1 week with 4 days or more.')).toBeTruthy();
  expect(screen.queryByText(/%/)).toBeNull();
});
