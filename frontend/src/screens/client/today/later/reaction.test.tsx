import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Log, ReactionLog, VoidLog } from '../../../../domain/types';
import * as store from '../../../../store';
import * as disk from '../../../../store/logs';
import { expectAccessible } from '../../../../testing/axe';
import { anasPhone, show } from '../../../../testing/page';
import { anItem, aSession, aVersion } from '../../../../testing/program';
import { Reaction } from './reaction';

const YESTERDAY = '2026-11-21';
const at = (date: string, clock: string) => ({
  local_date: date,
  started_at: `${date}T${clock}:00Z`,
  ended_at: `${date}T${clock}:30Z`,
});
const session = aSession(at(YESTERDAY, '07:00'));
const Card = () => (
  <main>
    <Reaction date={store.todayDate()} />
  </main>
);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function phone(logs: Log[] = [session]): Promise<void> {
  await anasPhone({ program: aVersion({ starts_on: '2020-01-01' }) });
  await store.saveLogs(logs);
  show(Card, '/today');
}

const kept = <K extends Log['kind']>(kind: K) =>
  store.logs.value.filter((log): log is Extract<Log, { kind: K }> => log.kind === kind);
const answers = () => kept('reaction').map((log: ReactionLog) => [log.session_id, log.answer]);
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('the day after a practice it is asked how it is, and one tap answers', async () => {
  await phone();
  expect(screen.getByRole('heading', { name: 'How is it since yesterday?' })).toBeTruthy();
  expect(screen.getByText('You practised: Sole of the foot.')).toBeTruthy();
  await expectAccessible();
  tap('Still a bit');
  expect(await screen.findByText('That is usual for up to 2 days. It should get less.')).toBeTruthy();
  expect(screen.queryByRole('heading')).toBeNull();
  expect(answers()).toEqual([[session.id, 'still']]);
  expect(await screen.findByText(/NOT been told yet. It goes out when there is a network/)).toBeTruthy();
  await expectAccessible();
});

test('what was sent is said to be sent, and not that anybody has seen it', async () => {
  await phone();
  tap('Worse');
  await screen.findByText(/NOT been told yet/);
  vi.spyOn(store, 'unsentLogs').mockResolvedValue([]);
  store.waitingLogs.value = { count: 0, oldest: null };
  expect(await screen.findByText('Saved and sent. Marit may not see this at once.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See the warning signs' })).toBeTruthy();
});

test('a slip can be taken back for some seconds, and then it is asked again', async () => {
  await phone();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  tap('Worse');
  await vi.waitFor(() => screen.getByRole('button', { name: 'Undo' }));
  tap('Undo');
  await vi.waitFor(() => screen.getByRole('heading', { name: 'How is it since yesterday?' }));
  const [told] = kept('reaction');
  expect(kept('void').map((log: VoidLog) => log.voids)).toEqual([told?.id]);
  tap('All fine');
  await vi.waitFor(() => screen.getByRole('button', { name: 'Undo' }));
  await vi.advanceTimersByTimeAsync(21_000);
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
  expect(screen.getByText('Good to know. Go on as planned.')).toBeTruthy();
});

test('after two days it says that this is longer than usual', async () => {
  await phone([aSession(at('2026-11-20', '07:00'))]);
  expect(screen.getByRole('heading', { name: 'How is it since Friday?' })).toBeTruthy();
  tap('Still a bit');
  expect(await screen.findByText(/longer than the usual 2 days/)).toBeTruthy();
});

test('something new leads to the signs', async () => {
  await phone();
  tap('Something new');
  await waitFor(() => expect(location.pathname).toBe('/signs'));
  expect(new URLSearchParams(location.search).get('log')).toBe(kept('reaction')[0]?.id);
  expect(answers()).toEqual([[session.id, 'new_sign']]);
});

test('what is gone is gone for the practice before it with the same technique, too, and is taken back with it', async () => {
  const before = aSession({ ...at('2026-11-20', '07:00'), id: store.newLogId() });
  const told: ReactionLog = {
    ...aSession(),
    id: store.newLogId(),
    kind: 'reaction',
    recorded_at: '2026-11-21T06:50:00Z',
    session_id: before.id,
    answer: 'still',
  };
  await phone([session, before, told]);
  tap('All fine');
  await screen.findByRole('button', { name: 'Undo' });
  expect(answers()).toContainEqual([before.id, 'gone']);
  expect(screen.queryByRole('heading')).toBeNull();
  tap('Undo');
  await screen.findByRole('heading', { name: 'How is it since yesterday?' });
  expect(kept('void')).toHaveLength(2);
});

test('what the phone could not keep is not said to be saved, and is asked again', async () => {
  await phone();
  vi.spyOn(disk, 'addLogs').mockRejectedValueOnce(new disk.NotSaved('quota'));
  tap('Worse');
  expect(await screen.findByText(/^Not saved\./)).toBeTruthy();
  expect(screen.queryByText(/Saved/)).toBeNull();
  expect(answers()).toEqual([]);
  tap('Worse');
  expect(await screen.findByText(/Go gently today/)).toBeTruthy();
  expect(screen.queryByText(/^Not saved\./)).toBeNull();
});

test('nothing is asked on the day itself, nor of what presses on nothing', async () => {
  await phone([aSession(at('2026-11-22', '07:00'))]);
  expect(screen.queryByRole('heading')).toBeNull();
  cleanup();
  const calm = anItem({ snapshot: { ...anItem().snapshot, style: 'breath' } });
  await anasPhone({ program: aVersion({ starts_on: '2020-01-01', items: [calm] }) });
  await store.saveLog(session);
  show(Card, '/today');
  expect(screen.queryByRole('heading')).toBeNull();
});
