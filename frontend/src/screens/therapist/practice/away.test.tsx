import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Member } from '../../../api/desk';
import * as store from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { marit } from '../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../testing/desk-server';
import { desk } from '../../../text/desk';
import { Away } from './away';

const words = () => desk.inbox.away;
const own: Member = { id: marit.id, name: marit.name, email: marit.email, role: 'owner' };
const vera: Member = { id: 't2', name: 'Vera', email: 'vera@example.org', role: 'member' };
const span = { from: '2026-11-23', until: '2026-11-27', covered_by: { id: 't2', name: 'Vera' } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
  store.welcome(marit);
});
afterEach(() => {
  cleanup();
  store.forgetDesk();
  vi.useRealTimers();
});

function open(members: Member[], answers: Record<string, unknown>): Asked[] {
  const asked = serve({ 'GET /practices/me/away': { away: null, covering: [] }, ...answers });
  render(
    <main>
      <Away members={members} />
    </main>,
  );
  return asked;
}

it('takes the days and the colleague, and says so', async () => {
  const asked = open([own, vera], { 'PUT /practices/me/away': { away: span, covering: [] } });
  const until = await screen.findByLabelText(words().until);
  fireEvent.click(screen.getByRole('button', { name: words().save }));
  expect(screen.getByText(desk.errors.required)).toBeTruthy();
  fireEvent.input(until, { target: { value: '2026-11-27' } });
  fireEvent.click(screen.getByRole('button', { name: words().save }));
  expect(await screen.findByText(words().set('Vera', 'Mon 23 Nov', 'Fri 27 Nov'))).toBeTruthy();
  expect(asked.find((one) => one.method === 'PUT')?.body).toEqual({
    from: '2026-11-22',
    until: '2026-11-27',
    covered_by: 't2',
    hand_on: false,
  });
  await expectAccessible();
});

it('ends it early', async () => {
  const away = { away: span, covering: [] };
  open([own, vera], { 'GET /practices/me/away': away, 'DELETE /practices/me/away': new Status(204) });
  fireEvent.click(await screen.findByRole('button', { name: words().end }));
  await waitFor(() => expect(screen.getByText(words().none)).toBeTruthy());
});

it('says whom she stands in for, and what is missing where she works alone', async () => {
  const covering = [{ therapist_id: 't2', name: 'Vera', until: '2026-11-27' }];
  open([own], { 'GET /practices/me/away': { away: null, covering } });
  expect(await screen.findByText(desk.inbox.covering('Vera', 'Fri 27 Nov'))).toBeTruthy();
  expect(screen.getByText(words().nobody)).toBeTruthy();
});

it('shows beside its field what the server refuses', async () => {
  const fields = { until: 'At most one year.' };
  open([own, vera], { 'PUT /practices/me/away': new Status(422, { code: 'invalid', message: '', fields }) });
  fireEvent.input(await screen.findByLabelText(words().until), { target: { value: '2028-01-01' } });
  fireEvent.click(screen.getByRole('button', { name: words().save }));
  expect(await screen.findByText('At most one year.')).toBeTruthy();
});

it('says for whom she stands in then, and hands them on with one more tap', async () => {
  const lin = { therapist_id: 't3', name: 'Lin', from: '2026-11-24', until: '2026-12-01' };
  const refused = { code: 'stands_in', message: '', fields: { from: 'You stand in.' }, covering: [lin] };
  const asked = open([own, vera], {
    'PUT /practices/me/away': ({ body }: Asked) =>
      (body as { hand_on: boolean }).hand_on ? { away: span, covering: [] } : new Status(409, refused),
  });
  fireEvent.input(await screen.findByLabelText(words().until), { target: { value: '2026-11-27' } });
  fireEvent.click(screen.getByRole('button', { name: words().save }));
  const people = words().span('Lin', 'Tue 24 Nov', 'Tue 1 Dec');
  expect(await screen.findByText(words().standsIn(people))).toBeTruthy();
  expect(screen.getByLabelText(words().from).getAttribute('aria-invalid')).toBe('true');
  await expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: words().handOn('Vera') }));
  expect(await screen.findByText(words().set('Vera', 'Mon 23 Nov', 'Fri 27 Nov'))).toBeTruthy();
  expect(asked.filter((one) => one.method === 'PUT').map((one) => one.body)).toMatchObject([
    { hand_on: false },
    { hand_on: true },
  ]);
});

it('says beside the colleague that she is away then', async () => {
  const fields = { covered_by: 'This colleague is away on some of these days.' };
  open([own, vera], { 'PUT /practices/me/away': new Status(422, { code: 'invalid', message: '', fields }) });
  fireEvent.input(await screen.findByLabelText(words().until), { target: { value: '2026-11-27' } });
  fireEvent.click(screen.getByRole('button', { name: words().save }));
  expect(await screen.findByText(words().busy)).toBeTruthy();
});
