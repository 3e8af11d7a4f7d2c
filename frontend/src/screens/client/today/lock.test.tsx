import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stamp } from '../../../domain/stamp';
import type { FlagLog } from '../../../domain/types';
import * as store from '../../../store';
import { clientDb, writeStrictly } from '../../../store/db';
import * as disk from '../../../store/logs';
import { tell } from '../../../store/screening';
import * as state from '../../../store/state';
import { expectAccessible } from '../../../testing/axe';
import { ANA } from '../../../testing/fake-pith';
import { anasPhone, show } from '../../../testing/page';
import { aVersion } from '../../../testing/program';
import { Today } from './screen';

const program = aVersion({ starts_on: '2020-01-01' });
const sign = (flag_id: string): FlagLog => ({
  ...stamp(store.newLogId(), Date.now(), 'Europe/Berlin'),
  kind: 'flag',
  flag_id,
  on: true,
  source: 'c1',
});
const entry = {
  id: 'f1',
  at: '2026-11-22T07:00:00Z',
  act: 'raise',
  sites: [],
  since: null,
  reason: '',
  covers: [],
  question: '',
} as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T13:32:00Z') });
});
afterEach(async () => {
  // What comes beside the page comes before the next one.
  await vi.dynamicImportSettled();
  cleanup();
  vi.useRealTimers();
});

/** What is waiting has gone to the practice. */
async function sent(): Promise<void> {
  await writeStrictly(await clientDb(ANA), ['outbox'], async (tx) => {
    for (const id of await tx.rows('outbox').getAllKeys()) await tx.rows('outbox').delete(id);
  });
  state.waitingLogs.value = { count: 0, oldest: null };
}

test('the first line says what to do, the number is a button, and nothing can be started', async () => {
  await anasPhone({ program });
  await tell([sign('rf_dvt')]);
  show(Today, '/today');
  expect(await screen.findByRole('heading', { level: 1, name: /^Call \d+ now$/ })).toBeTruthy();
  expect(screen.getByRole('link', { name: /^Call \d+$/ }).getAttribute('href')).toMatch(/^tel:\d+$/);
  expect(screen.getByText('One calf or leg newly swollen, warm, red or tender')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Start' })).toBeNull();
  expect(document.body.textContent).not.toMatch(/watching|we monitor/i);
  await expectAccessible();
});

test('it says truly that nobody knows yet, and when the practice was told', async () => {
  await anasPhone({ program });
  await tell([sign('rf_dvt')]);
  show(Today, '/today');
  expect(await screen.findByText('Marit has NOT been told yet.')).toBeTruthy();
  await sent();
  expect(await screen.findByText(/^Marit was told at \d\d:32/)).toBeTruthy();
  expect(screen.getByText(/Nobody watches this all the time/)).toBeTruthy();
  cleanup();
  vi.setSystemTime(Date.parse('2026-11-22T15:40:00Z'));
  show(Today, '/today');
  expect(await screen.findByText(/^Marit was told at \d\d:32/)).toBeTruthy();
});

test('what is not an emergency has calmer words', async () => {
  await anasPhone({ program });
  await tell([sign('rf_wound')]);
  show(Today, '/today');
  expect(await screen.findByRole('heading', { level: 1, name: 'Call a doctor today' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /^If it gets worse, call \d+$/ })).toBeTruthy();
  await expectAccessible();
});

test('somebody who thinks of harming herself is not left with a form', async () => {
  await anasPhone({ program });
  await tell([sign('rf_self_harm')]);
  show(Today, '/today');
  expect(await screen.findByText(/Do not stay alone with this/)).toBeTruthy();
});

test('a sign that the practice noted is known there, and only its lift opens', async () => {
  const raised = { ...entry, flag: 'rf_chest', by_therapist: true };
  await anasPhone({ program, flags: [raised] });
  show(Today, '/today');
  expect(await screen.findByRole('heading', { name: 'Marit noted' })).toBeTruthy();
  expect(screen.queryByText(/Marit was told/)).toBeNull();
  cleanup();
  const lift = { ...entry, id: 'f2', at: '2026-11-22T08:00:00Z', act: 'lower', covers: ['f1'] } as const;
  await anasPhone({ program, flags: [raised, { ...lift, flag: 'rf_chest', by_therapist: true }] });
  show(Today, '/today');
  expect(screen.getByRole('link', { name: 'Start' })).toBeTruthy();
});

test('what the phone could not keep is said, and locks all the same', async () => {
  await anasPhone({ program });
  vi.spyOn(disk, 'addLogs').mockRejectedValueOnce(new disk.NotSaved('quota'));
  await expect(tell([sign('rf_dvt')])).rejects.toThrow(disk.NotSaved);
  show(Today, '/today');
  expect(await screen.findByText(/could not keep it. Please tell your therapist yourself/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Start' })).toBeNull());
});
