import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Choice, noChoice } from '../../../../domain/reminders';
import * as store from '../../../../store';
import { forgetPush, markPushWanted } from '../../../../store/push';
import { news } from '../../../../store/reminders';
import { expectAccessible } from '../../../../testing/axe';
import { anasPhone, show } from '../../../../testing/page';
import { aSession, aVersion } from '../../../../testing/program';
import { laterAsked, pushesAre, snooze, turnOnPush } from '../../../../testing/pushes';
import { hideToast, Toast } from '../../../../ui';
import { Reminding } from './reminding';

vi.mock('../../../../push', () => import('../../../../testing/pushes'));

const MORNING: Choice = {
  ...noChoice('Europe/Berlin'),
  slots: [{ time: '07:00', days: [0, 1, 2, 3, 4, 5, 6], enabled: true }],
};

async function phone(choice: Choice | null): Promise<void> {
  const reminders = choice && { ...choice, changed_at: '2026-11-20T09:00:00Z' };
  await anasPhone({ program: aVersion(), reminders });
}

beforeEach(() => {
  pushesAre('on');
  hideToast();
});
afterEach(async () => {
  cleanup();
  await forgetPush();
});

function Page() {
  const date = store.todayDate();
  return (
    <main>
      <Reminding at="top" date={date} />
      <Reminding at="foot" date={date} />
      <Toast />
    </main>
  );
}

const openSheet = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Remind me later' }));
  return within(await screen.findByRole('dialog'));
};

test.each([
  ['In 30 minutes', 30],
  ['In 1 hour', 60],
  ['In 2 hours', 120],
])('she may be reminded later: %s', async (name, minutes) => {
  await phone(MORNING);
  show(Page, '/today');
  const sheet = await openSheet();
  await expectAccessible();
  fireEvent.click(sheet.getByRole('button', { name }));
  expect(await screen.findByText(/^Good. It comes at/)).toBeTruthy();
  expect(snooze).toHaveBeenCalledWith(minutes, undefined);
});

test.each([
  ['offline', 'No network just now, so it could not be set.'],
  ['refused', 'It could not be set. It works 5 times a day.'],
] as const)('what could not be put off is said: %s', async (came, words) => {
  snooze.mockResolvedValue(came);
  await phone(MORNING);
  show(Page, '/today');
  fireEvent.click((await openSheet()).getByRole('button', { name: 'In 1 hour' }));
  expect(await screen.findByText(words)).toBeTruthy();
});

test('a notification that asks for later opens the question, and that very reminder is put off', async () => {
  laterAsked.value = 'id-of-it';
  await phone(MORNING);
  show(Page, '/today');
  const sheet = within(await screen.findByRole('dialog'));
  fireEvent.click(sheet.getByRole('button', { name: 'In 30 minutes' }));
  expect(await screen.findByText(/^Good/)).toBeTruthy();
  expect(snooze).toHaveBeenCalledWith(30, 'id-of-it');
  expect(laterAsked.value).toBeNull();
});

test('nothing is offered when something was practised, when none is on, and where none would come', async () => {
  const offered = () => screen.queryByRole('button', { name: 'Remind me later' });
  await phone(null);
  show(Page, '/today');
  expect(offered()).toBeNull();
  cleanup();
  await phone(MORNING);
  pushesAre('off');
  show(Page, '/today');
  expect(offered()).toBeNull();
  cleanup();
  pushesAre('on');
  await store.saveLog(aSession({ local_date: store.todayDate() }));
  show(Page, '/today');
  expect(offered()).toBeNull();
});

test('a phone that let go of its link says so, and one tap mends it', async () => {
  pushesAre('broken');
  await phone(MORNING);
  show(Page, '/today');
  expect(screen.getByText('Reminders do not reach this phone')).toBeTruthy();
  await expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Mend it' }));
  expect(await screen.findByText('Mended. Reminders reach this phone again.')).toBeTruthy();
  expect(screen.queryByText('Reminders do not reach this phone')).toBeNull();
});

test('what could not be mended says why', async () => {
  pushesAre('broken');
  turnOnPush.mockResolvedValue('offline');
  await phone(MORNING);
  show(Page, '/today');
  fireEvent.click(screen.getByRole('button', { name: 'Mend it' }));
  expect(await screen.findByText(/^No network just now/)).toBeTruthy();
});

test('a permission that the browser took back is seen, and asked for again with her tap', async () => {
  await markPushWanted(true);
  pushesAre('ask');
  await phone(MORNING);
  show(Page, '/today');
  fireEvent.click(await screen.findByRole('button', { name: 'Mend it' }));
  await waitFor(() => expect(turnOnPush).toHaveBeenCalledOnce());
});

test('one that was blocked since leads to what to do', async () => {
  await markPushWanted(true);
  pushesAre('denied');
  await phone(MORNING);
  show(Page, '/today');
  const link = await screen.findByRole('link', { name: 'How it works here' });
  expect(link.getAttribute('href')).toBe('/reminders');
  await expectAccessible();
});

test.each([
  ['moved', 'Your times moved with this phone.'],
  ['changed', 'Your practice changed your reminders.'],
] as const)('what became of her times without her is said once: %s', async (came, said) => {
  await phone(MORNING);
  news.value = came;
  show(Page, '/today');
  expect(await screen.findByText(said)).toBeTruthy();
  expect(news.value).toBeNull();
});

test('who never wanted them on this phone is told nothing', async () => {
  await markPushWanted(false);
  pushesAre('denied');
  await phone(MORNING);
  show(Page, '/today');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByText('Reminders do not reach this phone')).toBeNull();
});

test('a broken link is no news for her whose calendar reminds her', async () => {
  pushesAre('broken');
  await phone({ ...MORNING, calendar: true });
  show(Page, '/today');
  expect(screen.queryByText('Reminders do not reach this phone')).toBeNull();
});
