import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as store from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { marit } from '../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../testing/desk-server';
import { desk } from '../../../text/desk';
import { Toast } from '../../../ui';
import { PracticePage } from './screen';

const words = () => desk.practice;
const jon = { id: 't2', name: 'Jon', email: 'jon@example.org', role: 'member' };

beforeEach(() => vi.stubGlobal('scrollTo', () => undefined));

afterEach(() => {
  cleanup();
  store.forgetDesk();
});

function open(who: typeof marit, answers: Record<string, unknown> = {}): Asked[] {
  store.me.value = who;
  const asked = serve({
    'GET /practice': marit.practice,
    'GET /practices/me/members': { members: [marit, jon] },
    'GET /sessions': { sessions: [] },
    'GET /me/alerts': { mail: true, mail_available: true, last: null },
    ...answers,
  });
  render(
    <LocationProvider>
      <PracticePage />
      <Toast />
    </LocationProvider>,
  );
  return asked;
}

const sent = (asked: Asked[], method: string, path: string) =>
  asked.find((request) => request.method === method && request.path === path);
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const press = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name, hidden: true }));

it('changes the own name, and the desk calls her by it', async () => {
  const asked = open(marit, { 'PATCH /me': { ...marit, name: 'Marit Neu' } });
  await type(words().self.name, 'Marit Neu');
  await press(words().self.saveName);
  await waitFor(() => expect(sent(asked, 'PATCH', '/me')?.body).toEqual({ name: 'Marit Neu' }));
  await waitFor(() => expect(store.me.value?.name).toBe('Marit Neu'));
});

it('changes the password only with the one she has now', async () => {
  const asked = open(marit, { 'PATCH /me': marit });
  await type(words().self.fresh, 'seven loud lemons');
  await press(words().self.savePassword);
  expect(await screen.findByText(desk.errors.required)).toBeTruthy();
  expect(sent(asked, 'PATCH', '/me')).toBeUndefined();
  await type(words().self.current, 'six quiet oranges');
  await press(words().self.savePassword);
  await waitFor(() =>
    expect(sent(asked, 'PATCH', '/me')?.body).toEqual({
      password: 'seven loud lemons',
      current_password: 'six quiet oranges',
    }),
  );
  expect(await screen.findByText(words().self.changed)).toBeTruthy();
});

it('says at the field that the password she has now is another', async () => {
  const refused = { code: 'invalid', message: '', fields: { current_password: 'Not this one.' } };
  open(marit, { 'PATCH /me': new Status(422, refused) });
  await type(words().self.fresh, 'seven loud lemons');
  await type(words().self.current, 'wrong');
  await press(words().self.savePassword);
  expect(await screen.findByText('Not this one.')).toBeTruthy();
});

it('ends a colleague’s access after a question', async () => {
  const asked = open(marit, { 'DELETE /practices/me/members/t2': new Status(204) });
  await press(words().members.endOf('Jon'));
  const dialog = await screen.findByRole('dialog');
  await expectAccessible();
  expect(sent(asked, 'DELETE', '/practices/me/members/t2')).toBeUndefined();
  fireEvent.click(within(dialog).getByRole('button', { name: words().members.endDo }));
  expect(await screen.findByText(words().members.ended('Jon'))).toBeTruthy();
  expect(sent(asked, 'DELETE', '/practices/me/members/t2')).toBeTruthy();
});

it('offers nobody but the owner to end access, and never her own', async () => {
  open({ ...marit, role: 'member' });
  await screen.findByText('Jon');
  expect(screen.queryByRole('button', { name: words().members.endOf('Jon') })).toBeNull();
  cleanup();
  open(marit);
  await screen.findByText('Jon');
  expect(screen.queryByRole('button', { name: words().members.endOf('Marit') })).toBeNull();
  await expectAccessible();
});

it('keeps her language with her account, and opens again in it', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  const asked = open(marit, { 'PATCH /me': { ...marit, language: 'de' } });
  fireEvent.change(await screen.findByLabelText(words().self.language), { target: { value: 'de' } });
  await waitFor(() => expect(sent(asked, 'PATCH', '/me')?.body).toEqual({ language: 'de' }));
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(localStorage.getItem('pith-language')).toBe('de');
  localStorage.clear();
});
