import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { questionLog } from '../../../domain/history/questions';
import type { QuestionLog, ReadLog, View } from '../../../domain/types';
import * as store from '../../../store';
import * as disk from '../../../store/logs';
import * as state from '../../../store/state';
import { expectAccessible } from '../../../testing/axe';
import { emptyView } from '../../../testing/fake-pith';
import { anasPhone, show } from '../../../testing/page';
import { aSession, aVersion } from '../../../testing/program';
import { Ask } from './screen';

const program = aVersion({ starts_on: '2020-01-01' });
const HERE = '/ask?technique=plantar-ball';

afterEach(() => {
  cleanup();
  store.draft.value = null;
});

const asked = () => store.logs.value.filter((log): log is QuestionLog => log.kind === 'question');
const write = (value: string) =>
  fireEvent.input(screen.getByLabelText('Your question'), { target: { value } });
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const question = (place: object) =>
  questionLog('Ice or warmth?', place, null, store.newLogId(), Date.now(), store.deviceZone());

test('a technique has its page: how it goes, and a question on it, with its side', async () => {
  await anasPhone({ program });
  show(Ask, HERE);
  expect(screen.getByRole('heading', { level: 1, name: 'Sole of the foot' })).toBeTruthy();
  expect(screen.getByText('Rest on a tender spot and breathe.')).toBeTruthy();
  expect(screen.getByText('This is no chat. Marit may not see it at once.')).toBeTruthy();
  expect(screen.getByText('The answer comes back here, and to your History.')).toBeTruthy();
  await expectAccessible();
  tap('Left');
  write('Is it right that it tingles?');
  tap('Send');
  expect(await screen.findByText('“Is it right that it tingles?”')).toBeTruthy();
  expect(asked()[0]).toMatchObject({
    text: 'Is it right that it tingles?',
    about: { technique_id: 'plantar-ball', side: 'left' },
  });
  expect(await screen.findByText(/Marit has NOT been told yet/)).toBeTruthy();
  expect(screen.getByText('On this phone. It goes out when there is a network.')).toBeTruthy();
  await expectAccessible();
});

test('a question about a practice names it, and one about nothing names nothing', async () => {
  const session = aSession();
  await anasPhone({ program });
  await store.saveLog(session);
  show(Ask, `/ask?session=${session.id}`);
  expect(screen.getByText(/^About: your practice of Sun 22 Nov, /)).toBeTruthy();
  write('Too much?');
  tap('Send');
  await waitFor(() => expect(asked()[0]?.about).toEqual({ session_id: session.id }));
  cleanup();
  show(Ask, '/ask');
  expect(screen.getByRole('heading', { level: 1, name: 'Ask Marit' })).toBeTruthy();
  expect(screen.queryByText(/^About/)).toBeNull();
  expect(screen.queryByText('“Too much?”')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Left' })).toBeNull();
});

test('an empty question goes nowhere, and says so', async () => {
  await anasPhone({ program });
  show(Ask, '/ask');
  write('   ');
  tap('Send');
  expect(await screen.findByText('Write your question first.')).toBeTruthy();
  expect(asked()).toEqual([]);
  await expectAccessible();
});

test('what the phone could not keep stays in the field', async () => {
  await anasPhone({ program });
  show(Ask, '/ask');
  write('Ice?');
  vi.spyOn(disk, 'addLogs').mockRejectedValueOnce(new disk.NotSaved('quota'));
  tap('Send');
  expect(await screen.findByText(/^Not saved\./)).toBeTruthy();
  expect(screen.getByLabelText('Your question')).toHaveProperty('value', 'Ice?');
});

test('the answer comes back to this place, and is told to be read', async () => {
  const log = question({ technique_id: 'plantar-ball' });
  const other = question({});
  const replies = [log, other].map(({ id }, place) => ({
    log_id: id,
    text: `Warmth ${place}.`,
    at: new Date().toISOString(),
    by: 'Vera Holm',
  }));
  await anasPhone({ program, replies });
  await store.saveLogs([log, other]);
  show(Ask, HERE);
  expect(screen.getByText('Warmth 0.')).toBeTruthy();
  expect(screen.queryByText('Warmth 1.')).toBeNull();
  const read = () => store.logs.value.filter((one): one is ReadLog => one.kind === 'read');
  await waitFor(() => expect(read().map(({ ref }) => ref)).toEqual([log.id]));
  await expectAccessible();
});

test.each([
  [{}, 'Sent.'],
  [{ read_logs: [] }, 'Sent. Not read yet.'],
  [{ read_logs: ['it'] }, 'Read at your practice.'],
] as [Partial<View>, string][])('it says only what it knows of the way: %j', async (known, words) => {
  const log = question({});
  const read = known.read_logs?.map(() => log.id);
  await anasPhone({ program, ...(read && { read_logs: read }) });
  await store.saveLog(log);
  vi.spyOn(store, 'unsentLogs').mockResolvedValue([]);
  state.waitingLogs.value = { count: 0, oldest: null };
  show(Ask, '/ask');
  expect(await screen.findByText(words)).toBeTruthy();
});

test('one that the practice refused says where to look', async () => {
  const log = question({});
  await anasPhone({ program });
  await store.saveLog(log);
  state.attention.value = [{ id: log.id, log, status: 'rejected', code: 'unknown_field', field: 'about' }];
  show(Ask, '/ask');
  expect(await screen.findByText('It did not get in. Look under Me.')).toBeTruthy();
});

test('who came from a practice under way brings the side along and finds the way back', async () => {
  await anasPhone({ program });
  store.draft.value = { session_id: 's' } as never;
  show(Ask, `${HERE}&side=right`);
  expect(screen.getByRole('button', { name: 'Right' }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('link', { name: 'Back to your practice' }).getAttribute('href')).toBe('/practice');
});

test('while her therapist is away it says who looks', async () => {
  const { me } = emptyView();
  const away = { from: '2026-01-01', until: '2099-12-24', cover_name: 'Max Stein' };
  await anasPhone({ program, me: { ...me, away } });
  show(Ask, '/ask');
  expect(screen.getByText('Marit is away until 24 December. Max Stein is there for you.')).toBeTruthy();
  cleanup();
  await anasPhone({ program, me: { ...me, away: { ...away, until: '2026-01-02' } } });
  show(Ask, '/ask');
  expect(screen.queryByText(/is away/)).toBeNull();
});
