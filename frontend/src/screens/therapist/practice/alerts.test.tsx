/** How a therapist hears of red flags and stops: each state in words, and one thing to do about it. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import * as push from '../../../push';
import * as store from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { marit } from '../../../testing/desk-samples';
import { Status, serve } from '../../../testing/desk-server';
import { desk } from '../../../text/desk';
import { Alerts } from './alerts';

vi.mock('../../../push', async () => ({
  pushState: (await import('../../../signals')).signal('unknown'),
  renewPush: vi.fn(() => Promise.resolve()),
  turnOnPush: vi.fn(),
  turnOffPush: vi.fn(() => Promise.resolve()),
  sendTestPush: vi.fn(),
}));

const words = () => desk.reminders.alerts;
const EVERY = ['unknown', 'unsupported', 'install-first', 'ask', 'denied', 'off', 'on', 'broken'] as const;
const TURNED_DOWN = ['denied', 'dismissed', 'timeout', 'offline', 'refused'] as const;

afterEach(() => {
  cleanup();
  store.forgetDesk();
  vi.clearAllMocks();
});

function open(
  state: push.PushState,
  alerts: Record<string, unknown> = {},
  answers: Record<string, unknown> = {},
) {
  push.pushState.value = state;
  store.me.value = marit;
  const asked = serve({
    'GET /me/alerts': { mail: false, mail_available: true, last: null, ...alerts },
    ...answers,
  });
  render(
    <main>
      <h1>Practice</h1>
      <Alerts />
    </main>,
  );
  return asked;
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const buttons = () => screen.queryAllByRole('button').map((one) => one.textContent);

it.each(EVERY)('says of a browser that is %s how it stands', async (state) => {
  open(state);
  expect(await screen.findByText(words().state[state])).toBeTruthy();
  await screen.findByText(words().none);
  await expectAccessible();
});

it.each([
  ['ask', () => [words().turnOn]],
  ['off', () => [words().turnOn]],
  ['broken', () => [words().mend]],
  ['on', () => [words().test, words().turnOff]],
  ['denied', () => []],
  ['unsupported', () => []],
] as [push.PushState, () => string[]][])('offers to %s only what can help', (state, offered) => {
  open(state);
  expect(buttons()).toEqual(offered());
});

it('looks at this browser when nobody has yet', () => {
  open('unknown');
  expect(push.renewPush).toHaveBeenCalledOnce();
  cleanup();
  open('on');
  expect(push.renewPush).toHaveBeenCalledOnce();
});

it('asks the browser in the tap itself', async () => {
  vi.mocked(push.turnOnPush).mockImplementation(() => {
    push.pushState.value = 'on';
    return Promise.resolve('on');
  });
  open('ask');
  fireEvent.click(screen.getByRole('button', { name: words().turnOn }));
  expect(push.turnOnPush).toHaveBeenCalledOnce();
  expect(await screen.findByText(words().state.on)).toBeTruthy();
});

it.each(TURNED_DOWN)('says when it came to %s', async (turned) => {
  vi.mocked(push.turnOnPush).mockResolvedValue(turned);
  open('ask');
  await press(words().turnOn);
  expect(await screen.findByText(words().turned[turned])).toBeTruthy();
});

it('turns them off here', async () => {
  open('on');
  await press(words().turnOff);
  expect(push.turnOffPush).toHaveBeenCalledOnce();
});

it.each([
  [{ kind: 'shown' }, () => words().tested.shown],
  [{ kind: 'accepted' }, () => words().tested.accepted],
  [{ kind: 'offline' }, () => words().tested.offline],
  [{ kind: 'too-many' }, () => words().tested['too-many']],
  [{ kind: 'failed', reason: 'gone' }, () => words().tested.failed(words().why('gone'))],
  [{ kind: 'failed' }, () => words().tested.failed(words().why(''))],
] as [push.TestOutcome, () => string][])('sends herself a test: %o', async (outcome, said) => {
  vi.mocked(push.sendTestPush).mockResolvedValue(outcome);
  const asked = open('on');
  await screen.findByText(words().none);
  await press(words().test);
  expect(await screen.findByText(said())).toBeTruthy();
  expect(asked.filter((one) => one.path === '/me/alerts')).toHaveLength(2);
});

it('turns e-mail on and off, and keeps what stood where that fails', async () => {
  const asked = open('on', {}, { 'PUT /me/alerts': { mail: true, mail_available: true, last: null } });
  const mail = (await screen.findByLabelText(words().mail(marit.email))) as HTMLInputElement;
  fireEvent.click(mail);
  await waitFor(() => expect(asked.find((one) => one.method === 'PUT')?.body).toEqual({ mail: true }));
  expect(mail.checked).toBe(true);
  await new Promise((settled) => setTimeout(settled));
  serve({ 'PUT /me/alerts': new Status(503, { code: 'busy', message: '' }) });
  fireEvent.click(mail);
  expect(await screen.findByText(desk.errors.server)).toBeTruthy();
  expect(mail.checked).toBe(true);
});

it('says where this installation sends no mail', async () => {
  open('on', { mail_available: false, mail: true });
  expect(await screen.findByText(words().noMail)).toBeTruthy();
  expect(screen.queryByText(words().nothing)).toBeNull();
});

it.each([
  ['ask', { mail: false }, true],
  ['ask', { mail: true, mail_available: false }, true],
  ['denied', { mail: true }, false],
  ['on', { mail: false }, false],
  ['unknown', { mail: false }, false],
] as const)('warns that nobody tells her at once: %s, %o', async (state, alerts, warned) => {
  open(state, alerts);
  await screen.findByText(words().none);
  expect(screen.queryByText(words().nothing) !== null).toBe(warned);
});

it.each(['shown', 'accepted', 'failed'] as const)('says of the last one that it was %s', async (state) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
  open('on', { last: { state, at: '2026-11-22T08:40:00Z', reason: state === 'failed' ? 'refused' : null } });
  const said = await screen.findByText(/^Last one today/);
  expect(said.textContent).toContain(
    state === 'failed' ? words().why('refused') : state === 'shown' ? 'shown' : 'sent',
  );
  vi.useRealTimers();
});
