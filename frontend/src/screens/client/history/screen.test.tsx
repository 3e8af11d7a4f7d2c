import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as store from '../../../store';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, show } from '../../../testing/page';
import { aSession } from '../../../testing/program';
import { pageOf, shiftMonth } from './month';
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
  expect(screen.getByRole('img', { name: '21 November: a quiet day' })).toBeTruthy();
  expect(screen.getAllByText('Pain before 5, after 3')).toHaveLength(2);
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

test('a month begins on the right weekday and knows its days', () => {
  expect(pageOf('2026-11')).toMatchObject({ offset: 6 });
  expect(pageOf('2028-02').dates).toHaveLength(29);
  expect(shiftMonth('2026-01', -1)).toBe('2025-12');
  expect(shiftMonth('2026-12', 1)).toBe('2027-01');
});
