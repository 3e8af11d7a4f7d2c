import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as store from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { catalogue } from '../../../testing/desk-catalogue';
import { own, signOffs, thresholds } from '../../../testing/desk-content';
import { marit } from '../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../testing/desk-server';
import { desk } from '../../../text/desk';
import { Toast } from '../../../ui';
import { placeOf } from '../desk';
import { ContentPage } from './screen';

const words = () => desk.content;

beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));
afterEach(() => {
  cleanup();
  store.forgetDesk();
  store.catalogue.value = null;
});

function open(answers: Record<string, unknown> = {}, who: typeof marit = marit): Asked[] {
  store.me.value = who;
  const asked = serve({
    'GET /techniques': catalogue,
    'GET /practices/me/sign-offs': signOffs,
    'GET /practices/me/thresholds': thresholds,
    'GET /practices/me/techniques': {
      techniques: [own, { ...own, id: 'own-2', name: 'Old', retired: true }],
    },
    ...answers,
  });
  render(
    <LocationProvider>
      <ContentPage />
      <Toast />
    </LocationProvider>,
  );
  return asked;
}

const sent = (asked: Asked[], method: string, path: string) =>
  asked.find((request) => request.method === method && request.path === path);
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const submit = async (name: string) => {
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name }));
};

it('says of each part how much it is, which version, and who reviewed it', async () => {
  open();
  expect(await screen.findByText(words().force.part('rules', ''))).toBeTruthy();
  expect(screen.getAllByText(words().force.unsigned).length).toBeGreaterThan(2);
  expect(screen.getAllByText(/Reviewed by Dr. Ito, physician/)).toHaveLength(1);
  expect(screen.getByText(/81 rules · version a1/)).toBeTruthy();
  expect(screen.getByText(words().force.moved(1))).toBeTruthy();
  await expectAccessible();
});

it('signs one part in the version that was read', async () => {
  const signed = { name: 'Dr. Ito', role: 'physician', at: '2026-11-22T09:00:00Z' };
  const parts = signOffs.parts.map((part) => ({ ...part, signed }));
  const asked = open({ 'POST /practices/me/sign-offs': { ...signOffs, parts } });
  await press(words().force.signOf(words().force.part('rules', '')));
  await submit(words().force.sign);
  expect(await screen.findAllByText(desk.errors.required)).toHaveLength(2);
  await type(words().force.name, 'Dr. Ito');
  await type(words().force.role, 'physician');
  await expectAccessible();
  await submit(words().force.sign);
  await waitFor(() =>
    expect(sent(asked, 'POST', '/practices/me/sign-offs')?.body).toEqual({
      part: 'rules',
      version: 'a1',
      name: 'Dr. Ito',
      role: 'physician',
    }),
  );
  await waitFor(() => expect(screen.getAllByText(/Reviewed by Dr. Ito/)).toHaveLength(4));
});

it('asks to read again what changed in between', async () => {
  const stale = new Status(409, { code: 'version_stale', message: '', current: 'a2' });
  open({ 'POST /practices/me/sign-offs': stale });
  await press(words().force.signOf(words().force.part('rules', '')));
  await type(words().force.name, 'Dr. Ito');
  await type(words().force.role, 'physician');
  await submit(words().force.sign);
  expect(await screen.findByText(words().force.stale)).toBeTruthy();
});

it('says in words whether a number grows stricter or laxer, before it is changed', async () => {
  const asked = open({ 'PUT /practices/me/thresholds': thresholds });
  expect(await screen.findByText(words().numbers.than.stricter)).toBeTruthy();
  await press(words().numbers.changeOf('Days without pressure on a hurt neck'));
  await type(words().numbers.field('days'), '35');
  expect(await screen.findByText(words().numbers.turns.laxer)).toBeTruthy();
  await type(words().numbers.field('days'), '49');
  expect(await screen.findByText(words().numbers.turns.stricter)).toBeTruthy();
  await submit(words().numbers.save);
  expect(await screen.findByText(words().numbers.reasonMissing)).toBeTruthy();
  expect(sent(asked, 'PUT', '/practices/me/thresholds')).toBeUndefined();
  await type(words().numbers.reason, 'Two people were sore again.');
  await expectAccessible();
  await submit(words().numbers.save);
  await waitFor(() =>
    expect(sent(asked, 'PUT', '/practices/me/thresholds')?.body).toEqual({
      values: { neck: 49 },
      reason: 'Two people were sore again.',
    }),
  );
});

it('sends nothing that is out of bounds', async () => {
  const asked = open();
  await press(words().numbers.changeOf('Days without pressure on a hurt neck'));
  await type(words().numbers.field('days'), '12');
  await type(words().numbers.reason, 'Sooner.');
  await submit(words().numbers.save);
  expect(await screen.findByText(words().numbers.wrong.out_of_bounds)).toBeTruthy();
  expect(sent(asked, 'PUT', '/practices/me/thresholds')).toBeUndefined();
});

it('brings a number back to the default with one tap', async () => {
  const asked = open({ 'PUT /practices/me/thresholds': thresholds });
  await press(words().numbers.resetOf('Pain from which only rest is offered'));
  await waitFor(() =>
    expect(sent(asked, 'PUT', '/practices/me/thresholds')?.body).toMatchObject({ values: { gate: 8 } }),
  );
  expect(
    screen.queryByRole('button', { name: words().numbers.resetOf('Days without pressure on a hurt neck') }),
  ).toBeNull();
});

it('keeps every change in sight, with who and why', async () => {
  open();
  expect(
    await screen.findByText(words().numbers.line('Pain from which only rest is offered', 8, 6)),
  ).toBeTruthy();
  expect(screen.getByText(/Marit, .*We work with very sore people/)).toBeTruthy();
});

it('lets only the owner move numbers and sign', async () => {
  open({}, { ...marit, role: 'member' });
  expect(await screen.findByText(words().numbers.ownerOnly)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Change|Sign/ })).toBeNull();
  expect(screen.getByRole('link', { name: words().own.add })).toBeTruthy();
  await expectAccessible();
});

it('lists what the practice wrote, with its photo; what is retired stays behind a word', async () => {
  open();
  const link = await screen.findByRole('link', { name: /Shoulder at the door/ });
  expect(link.getAttribute('href')).toBe('/desk/content/techniques/own-1');
  expect(link.querySelector('img')?.getAttribute('src')).toBe('/api/v1/photos/p1');
  expect(screen.getByText(words().own.retired(1))).toBeTruthy();
});

it.each([
  ['/desk/content', { page: 'content' }],
  ['/desk/content/techniques', { page: 'content' }],
  ['/desk/content/techniques/new', { page: 'technique', id: null }],
  ['/desk/content/techniques/own-1', { page: 'technique', id: 'own-1' }],
])('%s is a page of its own', (path, place) => {
  expect(placeOf(path)).toEqual(place);
});
