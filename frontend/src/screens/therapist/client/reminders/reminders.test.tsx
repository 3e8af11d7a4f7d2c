/** Reminders on the client's page: whether they arrive, and setting them together in the room. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RemindersFile } from '../../../../api/desk-reminders';
import { ALL_DAYS } from '../../../../domain/desk/draft';
import type { ReminderProof } from '../../../../domain/desk/reminders';
import * as store from '../../../../store/desk';
import { expectAccessible } from '../../../../testing/axe';
import { ana, anaReminders, anaRow } from '../../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../../testing/desk-server';
import { desk } from '../../../../text/desk';
import { Reminders } from './section';

const words = () => desk.reminders;
const form = () => words().form;

const daily = anaReminders;
const nothing: RemindersFile = { ...daily, slots: [], next_due_at: null, last: null };
const seven = { time: '07:00', days: ALL_DAYS, enabled: true };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
});

afterEach(() => {
  cleanup();
  store.forgetDesk();
  vi.useRealTimers();
});

function open(
  file: RemindersFile,
  proof: Partial<ReminderProof> = {},
  answers: Record<string, unknown> = {},
) {
  const asked = serve({
    'GET /clients/c1/reminders': file,
    'GET /clients': { clients: [anaRow] },
    ...answers,
  });
  const reminders: ReminderProof = { state: 'shown', since: '2026-11-02T06:00:00Z', reason: null, ...proof };
  render(<Reminders card={ana} row={{ ...anaRow, reminders }} news={1} />);
  return asked;
}

const sentChoice = (asked: Asked[]) => asked.find((one) => one.method === 'PUT')?.body;
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });

it('shows the times, the next one, and that they arrive', async () => {
  open({ ...daily, slots: [seven, { time: '19:30', days: [0, 2], enabled: false }] });
  expect(await screen.findByText('next: tomorrow 07:00')).toBeTruthy();
  expect(screen.getByText('07:00').parentElement?.textContent).toBe('07:00every day');
  expect(screen.getByText('19:30').parentElement?.textContent).toBe('19:30Mo We · off');
  expect(screen.getByText(words().state.shown('Mon 2 Nov'))).toBeTruthy();
  expect(screen.getByText(words().last.shown('today 07:00'))).toBeTruthy();
  await expectAccessible();
});

it('says of a time in the quiet hours that it does not come: as chosen, and while it is written', async () => {
  open({ ...daily, slots: [seven], quiet: { from: '21:00', to: '07:30' } });
  expect((await screen.findByText('07:00')).parentElement?.textContent).toContain(words().inQuiet);
  await press(words().change);
  expect(screen.getByText(words().inQuiet)).toBeTruthy();
  await type(form().time(1), '08:00');
  expect(screen.queryByText(words().inQuiet)).toBeNull();
});

it('says of a phone that tells nothing that it tells nothing', async () => {
  open(
    { ...daily, last: { state: 'accepted', at: '2026-11-22T06:00:12Z', reason: null } },
    { state: 'accepted' },
  );
  expect(await screen.findByText(words().state.accepted('Mon 2 Nov'))).toBeTruthy();
  expect(screen.getByText(words().state.acceptedAbout)).toBeTruthy();
  expect(screen.getByText(words().last.accepted('today 07:00'))).toBeTruthy();
});

it('says that they go by e-mail where no browser takes them', async () => {
  open({ ...daily, browsers: 0, mail: { state: 'on', address: null } }, { state: 'accepted' });
  expect(await screen.findByText(words().state.byMail)).toBeTruthy();
  expect(screen.queryByText(words().state.acceptedAbout)).toBeNull();
});

it.each(['no_channel', 'gone', 'resubscribe', 'unreachable', 'refused', 'lost', 'unknown', 'other'])(
  'says since when they do not arrive, why (%s), and what to do',
  async (reason) => {
    open(daily, { state: 'failed', since: '2026-11-17T06:00:00Z', reason });
    expect(await screen.findByText('Not working since Tuesday')).toBeTruthy();
    expect(screen.getByText(words().why(reason))).toBeTruthy();
    expect(screen.getByText(words().mend(reason))).toBeTruthy();
    await expectAccessible();
  },
);

const CALLED: [Partial<ReminderProof>, () => string][] = [
  [{ state: 'none', since: null }, () => words().state.none],
  [{ state: 'none', since: null, reason: 'calendar' }, () => words().state.calendar],
  [{ state: 'untried', since: null }, () => words().state.untried],
  [{ state: 'failed', since: null, reason: 'no_channel' }, () => words().state.failed('')],
];

it.each(CALLED)('calls %o by its name', async (proof, said) => {
  open(nothing, proof);
  expect(await screen.findByText(said())).toBeTruthy();
});

it('says when they come more rarely because nobody answers', async () => {
  open({ ...daily, fading: 'weekly' });
  expect(await screen.findByText(words().fading.weekly)).toBeTruthy();
});

it('names what goes with the times', async () => {
  open({ ...daily, quiet: { from: '21:00', to: '07:00' }, away_until: '2026-11-29', follow_up_min: 90 });
  expect(
    await screen.findByText(
      'Europe/Berlin, moves with the phone · quiet from 21:00 to 07:00 · away, back on Sun 29 Nov · one more 90 min later if nothing was practised',
    ),
  ).toBeTruthy();
});

it('sets times, quiet hours, away and one more, and shows what the server kept', async () => {
  const asked = open(nothing, { state: 'none' }, { 'PUT /clients/c1/reminders': daily });
  await press(words().set);
  expect(screen.getByText(form().nothing)).toBeTruthy();
  await press(form().add);
  await press(form().add);
  await type(form().time(2), '20:15');
  const evenings = screen.getByRole('group', { name: form().days(2) });
  for (const day of ['Saturday', 'Sunday']) {
    fireEvent.click(
      [...evenings.querySelectorAll('button')].find((one) => one.textContent?.includes(day)) as Element,
    );
  }
  fireEvent.click(screen.getByLabelText(form().follows));
  fireEvent.click(screen.getByLabelText(form().quiet));
  await type(form().from, '22:00');
  fireEvent.click(screen.getByLabelText(form().away));
  await type(form().back, '2026-12-01');
  fireEvent.change(screen.getByLabelText(form().followUp), { target: { value: '120' } });
  await expectAccessible();
  await press(form().save);
  await waitFor(() =>
    expect(sentChoice(asked)).toEqual({
      timezone: 'Europe/Berlin',
      slots: [seven, { time: '20:15', days: [0, 1, 2, 3, 4], enabled: true }],
      follows_phone: false,
      quiet: { from: '22:00', to: '07:00' },
      away_until: '2026-12-01',
      follow_up_min: 120,
      calendar: false,
    }),
  );
  expect(await screen.findByText('next: tomorrow 07:00')).toBeTruthy();
  expect(screen.queryByText(form().title)).toBeNull();
});

it('marks what is missing and sends nothing', async () => {
  const asked = open(daily);
  await press(words().change);
  await type(form().time(1), '');
  fireEvent.click(screen.getByLabelText(form().away));
  expect(screen.queryByText(form().faults.empty)).toBeNull();
  await press(form().save);
  expect(screen.getAllByText(form().faults.empty)).toHaveLength(2);
  expect(sentChoice(asked)).toBeUndefined();
  await expectAccessible();
});

it('says at its field what the server refuses', async () => {
  const refused = new Status(422, { code: 'invalid', message: '', fields: { timezone: 'Not a zone.' } });
  open(daily, {}, { 'PUT /clients/c1/reminders': refused });
  await press(words().change);
  await press(form().save);
  expect(await screen.findByText('Not a zone.')).toBeTruthy();
  expect(screen.getByText(form().title)).toBeTruthy();
});

it('takes a time out, and ends the calendar where it reminds', async () => {
  const asked = open(
    { ...daily, calendar: true, follow_up_min: 45 },
    {},
    { 'PUT /clients/c1/reminders': nothing },
  );
  await press(words().change);
  fireEvent.click(screen.getByLabelText(form().calendar));
  await press(form().removeOf(1));
  await press(form().save);
  await waitFor(() =>
    expect(sentChoice(asked)).toMatchObject({ slots: [], calendar: false, follow_up_min: 45 }),
  );
});

it('leaves everything as it was when she cancels', async () => {
  const asked = open(daily);
  await press(words().change);
  await press(form().removeOf(1));
  await press(desk.cancel);
  expect(await screen.findByText('07:00')).toBeTruthy();
  expect(sentChoice(asked)).toBeUndefined();
});

const fate = (status: string, shown_at: string | null = null, reason: string | null = null) => ({
  id: 'd1',
  status,
  reason,
  shown_at,
});

it.each([
  ['shown', fate('done', '2026-11-22T09:00:01Z'), () => words().test.shown],
  ['failed', fate('failed', null, 'gone'), () => words().test.failed(words().why('gone'))],
  ['skipped', fate('skipped', null, 'no_channel'), () => words().test.failed(words().why('no_channel'))],
])('sends a test to the phone and says that it was %s', async (_, told, said) => {
  open(daily, {}, { 'POST /clients/c1/push/test': { id: 'd1' }, 'GET /clients/c1/push/deliveries/d1': told });
  await press(words().test.send);
  expect(await screen.findByText(said())).toBeTruthy();
  await expectAccessible();
});

it('keeps on saying why a test did not arrive when that ended the phone’s last browser', async () => {
  let browsers = 1;
  const told = () => {
    browsers = 0;
    return fate('failed', null, 'gone');
  };
  open(
    daily,
    {},
    {
      'GET /clients/c1/reminders': () => ({ ...daily, browsers }),
      'POST /clients/c1/push/test': { id: 'd1' },
      'GET /clients/c1/push/deliveries/d1': told,
    },
  );
  await press(words().test.send);
  await waitFor(() => expect(screen.queryByRole('button', { name: words().test.send })).toBeNull());
  expect(screen.getByText(words().test.failed(words().why('gone')))).toBeTruthy();
});

it('asks to look at a phone that does not tell', async () => {
  let asked = 0;
  const told = () => {
    asked += 1;
    if (asked > 1) vi.setSystemTime(Date.now() + 12_000);
    return fate('done');
  };
  open(daily, {}, { 'POST /clients/c1/push/test': { id: 'd1' }, 'GET /clients/c1/push/deliveries/d1': told });
  await press(words().test.send);
  expect(await screen.findByText(words().test.waiting)).toBeTruthy();
  expect(await screen.findByText(words().test.accepted, {}, { timeout: 5000 })).toBeTruthy();
});

it('says when there were enough tests today, and that a fault of the network is none of the phone', async () => {
  const much = new Status(422, { code: 'invalid', message: '', fields: { test: 'Enough.' } });
  open(daily, {}, { 'POST /clients/c1/push/test': much });
  await press(words().test.send);
  expect(await screen.findByText(words().test.tooMany)).toBeTruthy();
  cleanup();
  open(daily, {}, { 'POST /clients/c1/push/test': new Status(503, { code: 'busy', message: '' }) });
  await press(words().test.send);
  expect(await screen.findByText(desk.errors.server)).toBeTruthy();
});

it('says once where to turn them on while no phone takes any', async () => {
  open({ ...daily, browsers: 0 }, { state: 'none' });
  expect(await screen.findByText(words().test.noPhone)).toBeTruthy();
  expect(screen.queryByRole('button', { name: words().test.send })).toBeNull();
  cleanup();
  open({ ...daily, browsers: 0 }, { state: 'failed', reason: 'no_channel' });
  expect(await screen.findByText(words().mend('no_channel'))).toBeTruthy();
  expect(screen.queryByText(words().test.noPhone)).toBeNull();
});

it('reads again when her phone chose anew', async () => {
  const asked = serve({ 'GET /clients/c1/reminders': daily });
  const { rerender } = render(<Reminders card={ana} row={anaRow} news={1} />);
  await screen.findByText('07:00');
  serve({ 'GET /clients/c1/reminders': { ...daily, slots: [{ ...seven, time: '08:20' }] } });
  rerender(<Reminders card={ana} row={anaRow} news={2} />);
  expect(await screen.findByText('08:20')).toBeTruthy();
  expect(asked).toHaveLength(1);
});
