import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Choice, noChoice } from '../../../../domain/reminders';
import * as store from '../../../../store';
import { asked } from '../../../../store/reminders';
import { expectAccessible } from '../../../../testing/axe';
import { anasPhone, show } from '../../../../testing/page';
import { aSession, aVersion } from '../../../../testing/program';
import { pushesAre, pushState, turnOnPush } from '../../../../testing/pushes';
import { AskReminders } from './ask-reminders';

vi.mock('../../../../push', () => import('../../../../testing/pushes'));

const TITLE = 'A reminder for next time?';
const PRACTISED = aSession({ started_at: '2026-11-22T06:20:00.000Z', utc_offset_min: 60 });

beforeEach(async () => {
  await anasPhone({ program: aVersion() });
  asked.value = null;
  pushesAre('ask');
});
afterEach(cleanup);

function Page() {
  return (
    <main>
      <h1>Saved</h1>
      <AskReminders />
    </main>
  );
}

function told(): Choice | undefined {
  const log = store.logs.value.find((one) => one.kind === 'setting');
  return log?.kind === 'setting' ? (log.value as Choice) : undefined;
}

test('after the first whole practice she is asked, in words and before the browser is', async () => {
  await store.saveLog(PRACTISED);
  show(Page, '/after');
  expect(await screen.findByText(TITLE)).toBeTruthy();
  expect(screen.getByText('The browser asks next: choose “Allow”.')).toBeTruthy();
  expect(turnOnPush).not.toHaveBeenCalled();
  await expectAccessible();
});

test('a practice that stopped halfway asks nothing', async () => {
  await store.saveLog({ ...PRACTISED, status: 'partial' });
  show(Page, '/after');
  await waitFor(() => expect(asked.value).toBe(false));
  expect(screen.queryByText(TITLE)).toBeNull();
});

test('one tap sets the time at which she practised, and what comes next is said', async () => {
  await store.saveLog(PRACTISED);
  show(Page, '/after');
  expect(((await screen.findByLabelText('Time')) as HTMLInputElement).value).toBe('07:15');
  fireEvent.click(screen.getByRole('button', { name: 'Remind me' }));
  expect(turnOnPush).toHaveBeenCalledOnce();
  expect(await screen.findByText('Next reminder')).toBeTruthy();
  const all = [0, 1, 2, 3, 4, 5, 6];
  expect(told()).toEqual({
    ...noChoice(store.deviceZone()),
    slots: [{ time: '07:15', days: all, enabled: true }],
  });
  await expectAccessible();
});

test('without a network the time is kept, and the question stays', async () => {
  turnOnPush.mockResolvedValue('offline');
  await store.saveLog(PRACTISED);
  show(Page, '/after');
  fireEvent.click(await screen.findByRole('button', { name: 'Remind me' }));
  expect(await screen.findByText(/Your times are kept/)).toBeTruthy();
  expect(told()?.slots).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Remind me' }));
  await waitFor(() => expect(turnOnPush).toHaveBeenCalledTimes(2));
  expect(store.logs.value.filter(({ kind }) => kind === 'setting')).toHaveLength(1);
});

test('a browser that says no leaves no silence: the time is kept, and what to do stands there', async () => {
  turnOnPush.mockImplementation(async () => {
    pushState.value = 'denied';
    return 'denied';
  });
  await store.saveLog(PRACTISED);
  show(Page, '/after');
  fireEvent.click(await screen.findByRole('button', { name: 'Remind me' }));
  expect(await screen.findByText('Your time is kept. The phone does not ring yet.')).toBeTruthy();
  expect(screen.getByText('This phone blocks notes from Pith')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Look again' })).toBeTruthy();
  await waitFor(() => expect(asked.value).toBe(true));
  expect(told()?.slots).toHaveLength(1);
  await expectAccessible();
  pushState.value = 'on';
  expect(await screen.findByText('Next reminder')).toBeTruthy();
});

test('a closed question of the browser: what is kept is said, and the question stays', async () => {
  turnOnPush.mockResolvedValue('dismissed');
  await store.saveLog(PRACTISED);
  show(Page, '/after');
  fireEvent.click(await screen.findByRole('button', { name: 'Remind me' }));
  expect(await screen.findByText('Your time is kept. The phone does not ring yet.')).toBeTruthy();
  expect(screen.queryByText(/Nothing has changed/)).toBeNull();
  expect(asked.value).toBe(false);
});

test('"Not now" is an answer: she is not asked again', async () => {
  await store.saveLog(PRACTISED);
  show(Page, '/after');
  fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
  await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull());
  cleanup();
  asked.value = null;
  show(Page, '/after');
  await waitFor(() => expect(asked.value).toBe(true));
  expect(screen.queryByText(TITLE)).toBeNull();
  expect(told()).toBeUndefined();
});

test('where a tap is not enough her own page is the way', async () => {
  pushesAre('install-first');
  await store.saveLog(PRACTISED);
  show(Page, '/after');
  const link = await screen.findByRole('link', { name: 'How it works here' });
  expect(link.getAttribute('href')).toBe('/reminders');
  expect(screen.queryByRole('button', { name: 'Remind me' })).toBeNull();
});

test('who has reminders already is asked nothing', async () => {
  pushesAre('on');
  await store.saveLog(PRACTISED);
  show(Page, '/after');
  await waitFor(() => expect(asked.value).toBe(false));
  expect(screen.queryByText(TITLE)).toBeNull();
});
