import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteLog, questionLog } from '../../../domain/history/questions';
import * as store from '../../../store';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, show } from '../../../testing/page';
import { aSession, aVersion } from '../../../testing/program';
import { History } from './screen';

const program = aVersion({ starts_on: '2020-01-01' });
const session = aSession();
const ask = (text: string, place: object, side: 'left' | null = null) =>
  questionLog(text, place, side, store.newLogId(), Date.now(), 'Europe/Berlin');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a question stands with the practice that it is about, and its answer with it', async () => {
  const log = ask('Too long?', { session_id: session.id });
  const reply = { log_id: log.id, text: 'Shorter, yes.', at: '2026-11-22T07:30:00Z', by: 'Vera Holm' };
  await anasPhone({ program, replies: [reply] });
  await store.saveLogs([session, log]);
  show(History, '/history');
  const row = screen.getByRole('link', { name: /^Ask about the practice of Sun 22 Nov/ }).closest('li');
  expect(row && within(row).getByText('“Too long?”')).toBeTruthy();
  expect(row && within(row).getByText('Shorter, yes.')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Waiting for an answer' })).toBeNull();
  await expectAccessible();
});

test('what waits for an answer is named with its place, and leaves when it has one', async () => {
  const log = ask('Warm first?', { technique_id: 'plantar-ball' }, 'left');
  await anasPhone({ program });
  await store.saveLogs([session, log]);
  show(History, '/history');
  expect(screen.getByRole('heading', { name: 'Waiting for an answer' })).toBeTruthy();
  expect(screen.getByText('Sun 22 Nov · Sole of the foot · Left')).toBeTruthy();
  await expectAccessible();
  cleanup();
  const reply = { log_id: log.id, text: 'Yes.', at: '2026-11-22T07:30:00Z', by: 'Vera Holm' };
  await anasPhone({ program, replies: [reply] });
  await store.saveLogs([session, log]);
  show(History, '/history');
  expect(screen.queryByRole('heading', { name: 'Waiting for an answer' })).toBeNull();
  expect(screen.getByText('Sun 22 Nov · Sole of the foot')).toBeTruthy();
});

test('her notes stand in their month, and say which are hers alone', async () => {
  await anasPhone({ program });
  const note = (text: string, own: boolean) =>
    noteLog(text, own, store.newLogId(), Date.now(), 'Europe/Berlin');
  await store.saveLogs([session, note('It all came back.', true), note('Slept well.', false)]);
  show(History, '/history');
  const own = screen.getByText('“It all came back.”').closest('li');
  const shared = screen.getByText('“Slept well.”').closest('li');
  expect(own?.textContent).toContain('Only you are shown this.');
  expect(shared?.textContent).not.toContain('Only you are shown this.');
});
