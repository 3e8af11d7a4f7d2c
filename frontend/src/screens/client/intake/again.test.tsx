import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stamp } from '../../../domain/stamp';
import * as store from '../../../store';
import * as outbox from '../../../store/logs';
import { fetchRules, lookAtDay, safety } from '../../../store/screening';
import { expectAccessible } from '../../../testing/axe';
import { answers, CLOSED, told } from '../../../testing/intake';
import { anasPhone, show } from '../../../testing/page';
import { loadIntake } from './screen';

const TODAY = '2026-11-22';
let Intake: ComponentType;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${TODAY}T08:00:00Z`) });
  await fetchRules();
  lookAtDay();
  Intake = await loadIntake();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const newest = () => answers()[0];
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const asked = (text: RegExp) => screen.findByRole('heading', { level: 1, name: text });

it('back shows the answer that was given, and saves it again only when it is another', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q12', 'q25');
  show(Intake, '/intake');
  await asked(/blood thinners/);
  press('No');
  await asked(/get down to the floor/);
  press('Back');
  await asked(/or thin or irradiated skin|lymph|injection/i);
  press('Next');
  await asked(/get down to the floor/);
  expect(answers().filter(([id]) => id === 'q24')).toHaveLength(1);
});

it('after a year one tap says that it is still so, but red flags are read anew', async () => {
  await anasPhone(CLOSED);
  await told('2025-11-01');
  show(Intake, '/intake');
  await asked(/How old are you/);
  expect(screen.getByText('Last time: 44')).toBeTruthy();
  press('Still so');
  await asked(/How long have you had it/);
  press('Still so');
  await asked(/any of these right now/);
  expect(screen.queryByRole('button', { name: 'Still so' })).toBeNull();
  expect(screen.getByRole('button', { name: 'None of these' }).getAttribute('aria-pressed')).toBe('false');
  expect(answers().slice(0, 2)).toEqual([
    ['q04', 'none'],
    ['q01', 44],
  ]);
});

it('news of the same day ask again what was answered before them', async () => {
  await anasPhone(CLOSED);
  await told(TODAY);
  const at = Date.parse(`${TODAY}T07:30:00Z`);
  const answers = { d1: ['surgery'] };
  await store.saveLog({ ...stamp(store.newLogId(), at, 'UTC'), kind: 'check', answers });
  show(Intake, '/intake');
  await asked(/surgery in the last 12 months/);
  expect(screen.getByText('Last time: No')).toBeTruthy();
  press('Still so');
  await screen.findByText('2 more minutes, or later');
});

it('does not go on when the phone has no room, and keeps the answer on the screen', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q14');
  show(Intake, '/intake');
  await asked(/Do you bruise easily/);
  vi.spyOn(outbox, 'addLogs').mockRejectedValueOnce(new outbox.NotSaved('quota'));
  press('Yes');
  expect(await screen.findByText('Not saved yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Yes' }).getAttribute('aria-pressed')).toBe('true');
  press('Next');
  await waitFor(() => expect(newest()).toEqual(['q14', 'yes']));
});

it('lists what was told, by whom and when, and each can be told anew', async () => {
  await anasPhone({
    gate: { open: true, by: 'Marit', at: '2026-11-20T09:00:00Z' },
    answers: [
      {
        question_id: 'q12',
        answered_on: '2026-11-20',
        at: '2026-11-20T09:00:00Z',
        answer: 'not sure',
        by_therapist: true,
      },
    ],
  });
  show(Intake, '/intake');
  await asked(/Your answers/);
  await expectAccessible();
  expect(screen.getByText('Noted by Marit in the room, Friday 20 November')).toBeTruthy();
  fireEvent.click(screen.getByRole('link', { name: /Change: Do you take blood thinners/ }));
  await asked(/blood thinners/);
  expect(screen.getByRole('button', { name: 'Not sure' }).getAttribute('aria-pressed')).toBe('true');
  press('No');
  await asked(/Your answers/);
  expect(screen.getByText('You, Sunday 22 November')).toBeTruthy();
  expect(newest()).toEqual(['q12', 'no']);
});

it('counts an answer at once that the phone has no room for, and says so also after the last question', async () => {
  await anasPhone(CLOSED);
  await told(TODAY, 'q12');
  show(Intake, '/intake');
  await asked(/blood thinners/);
  const full = vi.spyOn(outbox, 'addLogs').mockRejectedValue(new outbox.NotSaved('quota'));
  press('Yes');
  expect(await screen.findByText('Not saved yet')).toBeTruthy();
  expect(safety.value?.active).toMatchObject([{ flag: 'blood_thinners' }]);
  await asked(/blood thinners/);
  full.mockRestore();
  press('Next');
  await screen.findByText('2 more minutes, or later');
  expect(newest()).toEqual(['q12', 'yes']);
  expect(answers().filter(([id]) => id === 'q12')).toHaveLength(1);
});
