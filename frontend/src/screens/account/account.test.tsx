import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, expect, it, vi } from 'vitest';
import { forgetDesk, me } from '../../store/desk';
import { expectAccessible } from '../../testing/axe';
import { marit } from '../../testing/desk-samples';
import { Status, serve } from '../../testing/desk-server';
import { account } from '../../text/account';
import { backTo, SignIn } from './sign-in/screen';
import { problemsOf, SignUp } from './sign-up/screen';

afterEach(() => {
  cleanup();
  forgetDesk();
});

const show = (page: preact.ComponentChildren) => render(<LocationProvider>{page}</LocationProvider>);
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

it('says that e-mail and password do not match, and keeps what was typed', async () => {
  serve({ 'POST /session': new Status(401, { code: 'wrong_credentials', message: '' }) });
  show(<SignIn />);
  type(account.signIn.email, 'marit@example.org');
  type(account.signIn.password, 'something else');
  fireEvent.click(screen.getByRole('button', { name: account.signIn.submit }));
  expect(await screen.findByText(account.signIn.wrong)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(account.signIn.email).value).toBe('marit@example.org');
  await expectAccessible();
});

it('signs in and goes to the desk', async () => {
  serve({ 'POST /session': marit });
  show(<SignIn />);
  type(account.signIn.email, 'marit@example.org');
  type(account.signIn.password, 'long walk by sea');
  fireEvent.click(screen.getByRole('button', { name: account.signIn.submit }));
  await expect.poll(() => location.pathname).toBe('/desk');
  expect(me.value?.name).toBe('Marit');
});

it('asks nobody when a field is empty', () => {
  const asked = serve({});
  show(<SignIn />);
  fireEvent.click(screen.getByRole('button', { name: account.signIn.submit }));
  expect(screen.getAllByText(account.errors.required)).toHaveLength(2);
  expect(asked).toEqual([]);
});

it('goes back only to places of the desk', () => {
  expect(backTo('/desk/clients/abc-1/program')).toBe('/desk/clients/abc-1/program');
  expect(backTo('//evil.example/desk')).toBe('/desk');
  expect(backTo('/desk/..//evil.example')).toBe('/desk');
});

it('says how many characters a password still needs', () => {
  const form = { practice_name: 'A', name: 'B', email: 'c@d.e', password: 'short', timezone: 'UTC' };
  expect(problemsOf(form)).toEqual({ password: account.signUp.passwordShort(5) });
  expect(problemsOf({ ...form, password: 'long enough' })).toEqual({});
});

it('marks the field that the server refuses', async () => {
  serve({
    'POST /practices': new Status(422, {
      code: 'invalid',
      message: '',
      fields: { email: 'No such address.' },
    }),
  });
  show(<SignUp />);
  type(account.signUp.practice, 'Practice');
  type(account.signUp.name, 'Marit');
  type(account.signUp.email, 'marit@');
  type(account.signUp.password, 'long walk by sea');
  fireEvent.click(screen.getByRole('button', { name: account.signUp.submit }));
  expect(await screen.findByText('No such address.')).toBeTruthy();
  await expectAccessible();
});

it('says that the place already has a practice', async () => {
  serve({ 'POST /practices': new Status(403, { code: 'sign_up_closed', message: '' }) });
  show(<SignUp />);
  type(account.signUp.practice, 'Practice');
  type(account.signUp.name, 'Marit');
  type(account.signUp.email, 'marit@example.org');
  type(account.signUp.password, 'long walk by sea');
  fireEvent.click(screen.getByRole('button', { name: account.signUp.submit }));
  expect(await screen.findByText(account.signUp.closed)).toBeTruthy();
});

it('tells the language of the page at sign-in, and goes on in the one that she has', async () => {
  const replace = vi.spyOn(location, 'replace').mockImplementation(() => undefined);
  const asked = serve({ 'POST /session': { ...marit, language: 'de' } });
  show(<SignIn />);
  type(account.signIn.email, 'marit@example.org');
  type(account.signIn.password, 'long walk by sea');
  fireEvent.click(screen.getByRole('button', { name: account.signIn.submit }));
  await waitFor(() => expect(replace).toHaveBeenCalledWith('/desk'));
  expect(asked[0]?.body).toMatchObject({ language: 'en' });
  expect(localStorage.getItem('pith-language')).toBe('de');
  localStorage.clear();
});
