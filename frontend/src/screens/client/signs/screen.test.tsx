import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reactionLog } from '../../../domain/reactions';
import type { FlagLog, VoidLog } from '../../../domain/types';
import * as store from '../../../store';
import { loadScreeningWords } from '../../../store/content';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, show } from '../../../testing/page';
import { anItem, aSession, aVersion } from '../../../testing/program';
import { Signs } from './screen';

const URGENT = { id: 'calf_swelling', text: 'One calf is newly swollen.', urgent: true };
const OTHER = { id: 'night_pain_worse', text: 'It hurts more at night.', urgent: false };
const item = anItem({ snapshot: { ...anItem().snapshot, stop: [URGENT, OTHER] } });
const session = aSession();
const said = await loadScreeningWords();
const Page = () => <Signs said={said} />;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T08:00:00Z') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function open(told = true): Promise<string> {
  await anasPhone({ program: aVersion({ items: [item], starts_on: '2020-01-01' }) });
  const log = reactionLog(session.id, 'new_sign', store.newLogId(), Date.now(), 'Europe/Berlin');
  await store.saveLogs(told ? [session, log] : [session]);
  show(Page, told ? `/signs?log=${log.id}` : '/signs');
  return log.id;
}

test('the signs of what she practised stand first, with whom to call where she is', async () => {
  await open();
  expect(screen.getByRole('heading', { level: 1, name: 'Something new' })).toBeTruthy();
  expect(screen.getByRole('button', { name: URGENT.text })).toBeTruthy();
  expect(screen.getByText(OTHER.text)).toBeTruthy();
  expect(screen.getByRole('link', { name: /^Call \d+$/ }).getAttribute('href')).toMatch(/^tel:\d+$/);
  expect(await screen.findByText(/NOT been told yet/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Write to Marit about it' }).getAttribute('href')).toBe(
    `/ask?session=${session.id}`,
  );
  await expectAccessible();
});

test('a warning sign is a flag of its own and pauses everything at once', async () => {
  const source = await open();
  fireEvent.click(screen.getByRole('button', { name: URGENT.text }));
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, I have this' }));
  expect(await screen.findByRole('heading', { level: 1, name: /^Call \d+ now$/ })).toBeTruthy();
  await waitFor(() =>
    expect(store.logs.value.find((log): log is FlagLog => log.kind === 'flag')).toMatchObject({
      flag_id: said.signs.calf_swelling,
      on: true,
      source,
    }),
  );
});

test('a slip is taken back', async () => {
  const id = await open();
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(location.pathname).toBe('/today'));
  expect(store.logs.value.find((log): log is VoidLog => log.kind === 'void')?.voids).toBe(id);
});

test('without a practice behind it all warning signs stand open', async () => {
  await open(false);
  const signs = Object.values(said.red_flags);
  for (const { ask } of signs) expect(screen.getByRole('button', { name: ask })).toBeTruthy();
  expect(document.querySelector('details')?.open).toBe(true);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  await expectAccessible();
});
