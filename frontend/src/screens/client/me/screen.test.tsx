import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as store from '../../../store';
import { clientDb } from '../../../store/db';
import { settle } from '../../../store/outbox';
import { expectAccessible } from '../../../testing/axe';
import { ANA, FakePith } from '../../../testing/fake-pith';
import { anasPhone, show } from '../../../testing/page';
import { note } from '../../../testing/phone';
import { Me } from './screen';

const LANGUAGE = 'Pith and your program speak';

let server: FakePith;

beforeEach(async () => {
  await anasPhone({});
  server = new FakePith(() => Date.now());
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});
afterEach(cleanup);

test('the emergency number is there to be called', async () => {
  show(Me, '/me');
  expect(screen.getByRole('link', { name: 'Call 112' }).getAttribute('href')).toBe('tel:112');
  await expectAccessible();
});

test('what the practice did not take is listed with its reason', async () => {
  const log = note('a word');
  await store.saveLog(log);
  await settle(await clientDb(ANA), [
    { id: log.id, status: 'rejected', code: 'unknown_field', field: 'colour' },
  ]);
  const refused = await (await clientDb(ANA)).getAll('attention');
  store.attention.value = refused;
  show(Me, '/me');
  expect(screen.getByText(/unknown_field, colour/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save to a file' })).toBeTruthy();
  await expectAccessible();
});

test('case 17: signing out with something unsent warns with the number, and wipes only when told to', async () => {
  await store.saveLog(note('a word'));
  server.faults = Array.from({ length: 9 }, () => ({ kind: 'cut' as const }));
  show(Me, '/me');
  fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Sign out' }));
  expect(await screen.findByText(/1 entry has not been sent/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save them to a file first' })).toBeTruthy();
  expect(store.unsent.value).toBe(1);
  await expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Sign out and lose them' }));
  await waitFor(() => expect(store.profile.value).toBeNull());
  const names = (await indexedDB.databases()).map((entry) => entry.name ?? '');
  expect(names.filter((name) => name.includes(ANA.client_id))).toEqual([]);
});

test('case 17: signing out sends first, then wipes without a warning', async () => {
  const log = note('a word');
  await store.saveLog(log);
  show(Me, '/me');
  fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Sign out' }));
  await waitFor(() => expect(store.profile.value).toBeNull());
  expect(server.stored.has(log.id)).toBe(true);
});

test('erasing asks for the name', async () => {
  show(Me, '/me');
  fireEvent.click(screen.getByRole('button', { name: 'Erase all my data' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.input(within(dialog).getByLabelText('Type your name (Ana) to go on'), {
    target: { value: 'Anna' },
  });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Erase everything' }));
  expect(await screen.findByText('This is not the name as it stands above.')).toBeTruthy();
  expect(server.requests).toEqual([]);
  await expectAccessible();
});

test('another language is told to the practice, kept here, and spoken when the page opens again', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  show(Me, '/me');
  const choice = screen.getByLabelText(LANGUAGE);
  expect(
    within(choice)
      .getAllByRole('option')
      .map((one) => one.textContent),
  ).toEqual(['English', 'Deutsch']);
  fireEvent.change(choice, { target: { value: 'de' } });
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(store.logs.value[0]).toMatchObject({ kind: 'setting', name: 'language', value: 'de' });
  expect(localStorage.getItem('pith-language')).toBe('de');
  localStorage.clear();
});

test('a language that the phone could not keep changes nothing, and says so', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  vi.stubGlobal('reportError', () => undefined);
  show(Me, '/me');
  fireEvent.change(screen.getByLabelText(LANGUAGE), { target: { value: 'de' } });
  expect(await screen.findByText(/could not keep it/)).toBeTruthy();
  expect(reload).not.toHaveBeenCalled();
  await expectAccessible();
});
