import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReadLog, ReplyOnWire } from '../../../domain/types';
import * as store from '../../../store';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, show } from '../../../testing/page';
import { note } from '../../../testing/phone';
import { aSession } from '../../../testing/program';
import { History } from './screen';

const WORDS = 'Go softer on the left for three days.';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function reply(log_id: string, text = WORDS): ReplyOnWire {
  return { log_id, text, at: '2026-11-22T07:00:00Z', by: 'Vera Holm' };
}

function readNow(): string[] {
  return store.logs.value
    .filter((log): log is ReadLog => log.kind === 'read' && log.what === 'answer')
    .map((log) => log.ref);
}

test('an answer stands on the practice that it answers, and on what was asked besides', async () => {
  const asked = { ...note('Ice or warmth?'), local_date: '2026-11-20' };
  const session = aSession({ word: 'Left was hard.' });
  await anasPhone({ replies: [reply(session.id), reply(asked.id, 'Warmth.')] });
  await store.saveLogs([session, asked]);
  show(History, '/history');
  await waitFor(() => expect(readNow()).toHaveLength(2));
  const row = screen.getAllByText('“Left was hard.”').at(-1)?.closest('li');
  expect(within(row as HTMLElement).getByText(WORDS)).toBeTruthy();
  const other = screen.getByText('“Ice or warmth?”').closest('li');
  expect(within(other as HTMLElement).getByText('Warmth.')).toBeTruthy();
  expect(screen.getAllByText('Vera Holm, Sun 22 Nov').length).toBeGreaterThan(1);
  await expectAccessible();
});

test('what was seen here is told once, and is no news the next time', async () => {
  const session = aSession({ word: 'Left was hard.' });
  await anasPhone({ replies: [reply(session.id)] });
  await store.saveLogs([session]);
  show(History, '/history');
  await waitFor(() => expect(readNow()).toEqual([session.id]));
  expect(screen.getByRole('heading', { name: 'Answers for you' })).toBeTruthy();
  cleanup();
  show(History, '/history');
  expect(screen.queryByRole('heading', { name: 'Answers for you' })).toBeNull();
  expect(screen.getByText(WORDS)).toBeTruthy();
  expect(readNow()).toEqual([session.id]);
});

test('the answer to a log that this phone no longer has still stands there', async () => {
  await anasPhone({ replies: [reply(store.newLogId())] });
  show(History, '/history');
  expect(await screen.findByText(WORDS)).toBeTruthy();
});

test('without an answer nothing is said of any', async () => {
  await anasPhone({});
  await store.saveLog(aSession({ word: 'Softer.' }));
  show(History, '/history');
  expect(screen.queryByText('Answers for you')).toBeNull();
});
