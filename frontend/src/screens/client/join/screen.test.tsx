import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as store from '../../../store';
import { clientDbName } from '../../../store/db';
import { expectAccessible } from '../../../testing/axe';
import { ANA, BEN, FakePith } from '../../../testing/fake-pith';
import { anasPhone, newPhone, show } from '../../../testing/page';
import { note } from '../../../testing/phone';
import { Join } from './screen';

const TOKEN = 'uUhX56hra4b2oLN7eAxJjQ';
let server: FakePith;
let pairing: { status: number; body: unknown };

beforeEach(async () => {
  await newPhone();
  server = new FakePith(() => Date.now());
  pairing = { status: 200, body: { kind: 'client', ...ANA, consent_version: null } };
  const answer: typeof fetch = async (input, init) => {
    if (String(input) !== '/api/v1/session/pair') return server.fetch(input, init);
    const headers = { 'content-type': 'application/json' };
    return new Response(JSON.stringify(pairing.body), { status: pairing.status, headers });
  };
  vi.stubGlobal('fetch', vi.fn(answer));
});
afterEach(cleanup);

test('the token leaves the address at once', () => {
  show(Join, `/join#${TOKEN}`);
  expect(location.hash).toBe('');
});

test('one tap links the phone, keeps the agreement and opens today', async () => {
  server.view.me.consent_version = null;
  show(Join, `/join#${TOKEN}`);
  fireEvent.click(screen.getByRole('button', { name: 'Start' }));
  await waitFor(() => expect(location.pathname).toBe('/today'));
  expect(store.profile.value).toMatchObject({ client_id: ANA.client_id, name: 'Ana' });
  const kinds = [...server.stored.values()].map((log) => JSON.parse(log));
  expect(kinds).toMatchObject([{ kind: 'consent', version: 1, given: true }]);
});

test('a used link says so and leaves no doubt whose phone this is', async () => {
  pairing = { status: 404, body: { code: 'invitation_invalid', message: 'used' } };
  show(Join, `/join#${TOKEN}`);
  fireEvent.click(screen.getByRole('button', { name: 'Start' }));
  await screen.findByRole('heading', { name: 'This link has been used' });
  expect(store.profile.value).toBeNull();
  await expectAccessible();
});

test('without a network the link stays good', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  show(Join, `/join#${TOKEN}`);
  fireEvent.click(screen.getByRole('button', { name: 'Start' }));
  await screen.findByText(/Your link is still good/);
  expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy();
});

test('a phone that belongs to somebody says so before anything is mixed', async () => {
  await anasPhone({});
  show(Join, `/join#${TOKEN}`);
  expect(screen.getByText('This phone already belongs to Ana')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Yes, I am Ana' })).toBeTruthy();
  await expectAccessible();
});

test.each([0, 1])(
  'case 16: another client takes over; with %i unsent the one before keeps exactly what is unsent',
  async (count) => {
    await anasPhone({});
    if (count > 0) await store.saveLog(note('not sent'));
    pairing = { status: 200, body: { kind: 'client', ...BEN, consent_version: 1 } };
    server.owner = BEN;
    show(Join, `/join#${TOKEN}`);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, I am Ana' }));
    await waitFor(() => expect(location.pathname).toBe('/today'));
    expect(store.profile.value).toMatchObject({ client_id: BEN.client_id });
    expect([...server.stored.values()].filter((log) => log.includes('not sent'))).toEqual([]);
    const names = (await indexedDB.databases()).map((entry) => entry.name);
    expect(names.includes(clientDbName(ANA))).toBe(count > 0);
  },
);

test('everybody can use it', async () => {
  show(Join, `/join#${TOKEN}`);
  await expectAccessible();
});
