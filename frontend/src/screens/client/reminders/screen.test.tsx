import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addDays } from '../../../domain/days';
import { type Choice, noChoice, type Proof } from '../../../domain/reminders';
import type { PushState } from '../../../push';
import * as store from '../../../store';
import { keepProof, proof } from '../../../store/reminders';
import { expectAccessible } from '../../../testing/axe';
import { contentOr } from '../../../testing/content';
import { anasPhone, show } from '../../../testing/page';
import { aVersion } from '../../../testing/program';
import { pushesAre, renewPush, sendTestPush, turnOffPush, turnOnPush } from '../../../testing/pushes';
import { Reminders } from './screen';

vi.mock('../../../push', () => import('../../../testing/pushes'));

const ALL = [0, 1, 2, 3, 4, 5, 6];
const ZONE = store.deviceZone();
const WELL: Proof = {
  browsers: 1,
  last: null,
  fading: null,
  mail: { state: 'unavailable', address: null },
};

let answers: Record<string, unknown>;
let requests: { method: string; path: string; body: unknown }[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 22, 13, 0) });
  await anasPhone({ program: aVersion() });
  proof.value = null;
  pushesAre('on');
  answers = {};
  requests = [];
  vi.stubGlobal('fetch', contentOr(network));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A network that is away but for what a test puts there. */
async function network(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const method = init?.method ?? 'GET';
  const key = `${method} ${String(input)}`;
  if (!(key in answers)) throw new TypeError('no network');
  requests.push({ method, path: String(input), body: init?.body ? JSON.parse(String(init.body)) : null });
  const answer = answers[key];
  return answer instanceof Response ? answer : Response.json(answer);
}

function chosen(change: Partial<Choice>): void {
  const view = store.view.value;
  if (!view) throw new Error('no view');
  const reminders = { ...noChoice(ZONE), ...change, changed_at: '2026-11-20T09:00:00Z' };
  store.view.value = { ...view, reminders };
}

function told(): Choice | undefined {
  const log = store.logs.value.find((one) => one.kind === 'setting');
  return log?.kind === 'setting' ? (log.value as Choice) : undefined;
}

const slot = (time: string, days = ALL, enabled = true) => ({ time, days, enabled });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('her times', () => {
  test('a time is set without a network, and both what comes next and what is on the way are said', async () => {
    show(Reminders, '/reminders');
    expect(screen.getByText('No time is set yet.')).toBeTruthy();
    press('Add a time');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('Time'), { target: { value: '19:30' } });
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Today at 19:30')).toBeTruthy();
    expect(await screen.findByText(/Saved on this phone/)).toBeTruthy();
    expect(told()).toEqual({ ...noChoice(ZONE), slots: [slot('19:30')] });
    await expectAccessible();
  });

  test('the seven days are toggles; a time keeps to those that are chosen', async () => {
    chosen({ slots: [slot('07:00')] });
    show(Reminders, '/reminders');
    press(/07:00/);
    const sheet = within(await screen.findByRole('dialog'));
    for (const day of ['Saturday', 'Sunday']) fireEvent.click(sheet.getByRole('button', { name: day }));
    expect(sheet.getByRole('button', { name: 'Sunday' }).getAttribute('aria-pressed')).toBe('false');
    await expectAccessible();
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Monday to Friday')).toBeTruthy();
    expect(told()?.slots).toEqual([slot('07:00', [0, 1, 2, 3, 4])]);
  });

  test('no day at all, and the same time twice, are said before anything is kept', async () => {
    chosen({ slots: [slot('07:00', [0])] });
    show(Reminders, '/reminders');
    expect(screen.getByText('Monday')).toBeTruthy();
    press('Add a time');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await sheet.findByText('This time is there already on one of these days.')).toBeTruthy();
    for (const button of sheet.getAllByRole('button', { pressed: true })) fireEvent.click(button);
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await sheet.findByText('Choose at least one day.')).toBeTruthy();
    expect(told()).toBeUndefined();
  });

  test('a time can be off for a while, and be taken away', async () => {
    chosen({ slots: [slot('07:00'), slot('19:00', [1, 3])] });
    show(Reminders, '/reminders');
    expect(screen.getByText('Tue, Thu')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: '07:00 is on' }));
    await waitFor(() => expect(told()?.slots).toEqual([slot('07:00', ALL, false), slot('19:00', [1, 3])]));
    press(/07:00/);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove this time' }));
    await waitFor(() => expect(told()?.slots).toEqual([slot('19:00', [1, 3])]));
    expect(screen.getByText('Tuesday at 19:00')).toBeTruthy();
  });

  test('a phone without room says that nothing has changed', async () => {
    vi.stubGlobal('reportError', () => undefined);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    chosen({ slots: [slot('07:00')] });
    show(Reminders, '/reminders');
    fireEvent.click(screen.getByRole('checkbox', { name: '07:00 is on' }));
    expect(await screen.findByText(/no room to save it/)).toBeTruthy();
  });
});

describe('what else she chooses', () => {
  beforeEach(() => chosen({ slots: [slot('07:00')] }));

  test.each([
    ['Until tomorrow', 1],
    ['For a week', 7],
  ])('%s is one tap, and one tap takes it back', async (name, days) => {
    show(Reminders, '/reminders');
    press(name);
    await waitFor(() => expect(told()?.away_until).toBe(addDays(store.todayDate(), days)));
    expect(screen.getAllByText(/^Off until/)).toHaveLength(2);
    await expectAccessible();
    press('I am back');
    await waitFor(() => expect(told()?.away_until).toBeNull());
    expect(screen.getByText('Tomorrow at 07:00')).toBeTruthy();
  });

  test('time off may end on a date', async () => {
    show(Reminders, '/reminders');
    press('Until a date');
    fireEvent.input(screen.getByLabelText('Back on'), { target: { value: '2026-12-24' } });
    press('Save');
    await waitFor(() => expect(told()?.away_until).toBe('2026-12-24'));
    expect(screen.getAllByText('Off until Thursday 24 December.')).toHaveLength(2);
  });

  test('quiet hours are set and dropped', async () => {
    show(Reminders, '/reminders');
    press(/Quiet hours/);
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.input(sheet.getByLabelText('To'), { target: { value: '06:30' } });
    await expectAccessible();
    fireEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('22:00 to 06:30')).toBeTruthy();
    expect(told()?.quiet).toEqual({ from: '22:00', to: '06:30' });
    press(/Quiet hours/);
    fireEvent.click(await screen.findByRole('button', { name: 'No quiet hours' }));
    await waitFor(() => expect(told()?.quiet).toBeNull());
  });

  test('one more comes only where it is asked for', async () => {
    show(Reminders, '/reminders');
    const more = screen.getByLabelText('One more the same day') as HTMLSelectElement;
    expect(more.value).toBe('');
    fireEvent.change(more, { target: { value: '120' } });
    await waitFor(() => expect(told()?.follow_up_min).toBe(120));
    fireEvent.change(more, { target: { value: '' } });
    await waitFor(() => expect(told()?.follow_up_min).toBeNull());
  });

  test('the zone is named in words, and follows the phone or stays', async () => {
    chosen({ slots: [slot('07:00')], timezone: 'America/New_York', follows_phone: false });
    show(Reminders, '/reminders');
    const zone = screen.getByLabelText('Time zone') as HTMLSelectElement;
    expect(zone.selectedOptions[0]?.textContent).toBe('Always New York');
    fireEvent.change(zone, { target: { value: '' } });
    await waitFor(() => expect(told()).toMatchObject({ timezone: ZONE, follows_phone: true }));
  });
});

describe('this phone', () => {
  const STATES: [PushState, string, string | null][] = [
    ['ask', 'Let this phone remind you', 'Turn on reminders'],
    ['off', 'Off on this phone', 'Turn on reminders'],
    ['denied', 'This phone blocks notes from Pith', 'Look again'],
    ['broken', 'Reminders do not reach this phone', 'Mend it'],
    ['unsupported', 'This browser cannot show reminders', null],
    ['install-first', 'First put Pith on your home screen', null],
  ];
  test.each(STATES)('%s has its own words, and at most one thing to do', async (state, title, button) => {
    pushesAre(state);
    show(Reminders, '/reminders');
    const part = screen.getByRole('heading', { name: title }).closest('section') as HTMLElement;
    const buttons = within(part).queryAllByRole('button');
    expect(buttons.map((one) => one.textContent)).toEqual(button ? [button] : []);
    await expectAccessible();
  });

  test('nothing is asked of the browser before she taps', async () => {
    pushesAre('ask');
    show(Reminders, '/reminders');
    expect(turnOnPush).not.toHaveBeenCalled();
    press('Turn on reminders');
    expect(await screen.findByRole('button', { name: 'Send me one now' })).toBeTruthy();
  });

  test.each([
    ['dismissed', 'You closed the question. Nothing has changed.'],
    ['timeout', 'The phone took too long. Try again in a moment.'],
    ['offline', 'No network just now. Your times are kept. Try again later.'],
    ['refused', 'It did not work this time. Try again in a moment.'],
  ] as const)('%s: what came of it is said', async (outcome, words) => {
    pushesAre('ask');
    turnOnPush.mockResolvedValue(outcome);
    show(Reminders, '/reminders');
    press('Turn on reminders');
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test('what is blocked is looked at again, without asking the browser', async () => {
    pushesAre('denied');
    show(Reminders, '/reminders');
    renewPush.mockClear();
    press('Look again');
    expect(renewPush).toHaveBeenCalledOnce();
    expect(turnOnPush).not.toHaveBeenCalled();
  });

  test('it can be turned off on this phone alone', async () => {
    show(Reminders, '/reminders');
    press('Turn off on this phone');
    expect(turnOffPush).toHaveBeenCalledOnce();
    expect(told()).toBeUndefined();
  });
});

describe('one at once', () => {
  test.each([
    ['shown', 'It arrived. Reminders work on this phone.'],
    ['accepted', 'It is on its way. When you see it, all is well.'],
    ['offline', 'No network just now. Try again later.'],
    ['too-many', 'That is enough for today. Try again tomorrow.'],
  ] as const)('%s is said', async (kind, words) => {
    sendTestPush.mockResolvedValue({ kind });
    show(Reminders, '/reminders');
    press('Send me one now');
    expect(await screen.findByText(words)).toBeTruthy();
  });

  test.each([
    ['gone', 'It did not arrive. This phone had let go of its link.'],
    ['resubscribe', 'It did not arrive. This phone had let go of its link.'],
    ['not_sent', 'It did not arrive. The practice could not send it just now.'],
    ['unreachable', 'It did not arrive. The practice could not send it just now.'],
    ['refused', 'It did not arrive. The phone’s own service did not take it.'],
  ])('one that failed (%s) says why, and one button mends it', async (reason, words) => {
    sendTestPush.mockResolvedValue({ kind: 'failed', reason });
    show(Reminders, '/reminders');
    press('Send me one now');
    expect(await screen.findByText(words)).toBeTruthy();
    await expectAccessible();
    press('Mend it');
    expect(await screen.findByText('Mended. Try one now.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Send me one now' })).toBeTruthy();
  });
});

describe('the proof', () => {
  const at = new Date(2026, 10, 22, 7, 0).toISOString();
  beforeEach(() => chosen({ slots: [slot('07:00')] }));

  test.each([
    ['shown', null, 'Last reminder arrived today at 07:00.'],
    ['accepted', null, 'Last reminder went out today at 07:00.'],
    ['failed', 'gone', 'The last one did not arrive (today at 07:00). This phone had let go of its link.'],
    [
      'failed',
      'no_channel',
      'The last one did not arrive (today at 07:00). No phone of yours was ready for it.',
    ],
  ] as const)('%s (%s) is said in words', async (state, reason, words) => {
    answers['GET /api/v1/reminders'] = { ...WELL, last: { state, at, reason } };
    show(Reminders, '/reminders');
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByText(/when there was a network/)).toBeNull();
    await expectAccessible();
  });

  test('without a network the last answer stands, with its age', async () => {
    vi.setSystemTime(new Date(2026, 10, 21, 20, 14));
    await keepProof({ ...WELL, last: { state: 'shown', at, reason: null } });
    vi.setSystemTime(new Date(2026, 10, 22, 13, 0));
    proof.value = null;
    show(Reminders, '/reminders');
    expect(await screen.findByText('Last reminder arrived today at 07:00.')).toBeTruthy();
    expect(screen.getByText('As of yesterday at 20:14, when there was a network.')).toBeTruthy();
  });

  test.each([
    ['weekly', 'Reminders come once a week now. One practice brings them back.'],
    ['none', 'Reminders rest now. One practice brings them back.'],
  ] as const)('fading (%s) is said in the app', async (fading, words) => {
    answers['GET /api/v1/reminders'] = { ...WELL, fading };
    show(Reminders, '/reminders');
    expect(await screen.findByText(words)).toBeTruthy();
  });
});

describe('e-mail', () => {
  const mail = (state: Proof['mail']['state'], address: string | null = null) => ({
    ...WELL,
    mail: { state, address },
  });
  const open = async () => {
    show(Reminders, '/reminders');
    fireEvent.click(await screen.findByText('Other ways'));
  };
  beforeEach(() => pushesAre('unsupported'));

  test('is not offered where the practice sends none', async () => {
    answers['GET /api/v1/reminders'] = WELL;
    show(Reminders, '/reminders');
    await waitFor(() => expect(requests).not.toEqual([]));
    expect(screen.queryByText('By e-mail')).toBeNull();
  });

  test('is asked for, and waits until she has confirmed it', async () => {
    answers['GET /api/v1/reminders'] = mail('off');
    await open();
    fireEvent.input(await screen.findByLabelText('Your e-mail'), { target: { value: 'ana@example.org' } });
    answers['PUT /api/v1/reminders/mail'] = { state: 'unconfirmed' };
    answers['GET /api/v1/reminders'] = mail('unconfirmed', 'ana@example.org');
    press('Send me a mail to confirm');
    expect(await screen.findByText('A mail went to ana@example.org. Open it and confirm.')).toBeTruthy();
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ address: 'ana@example.org' });
    await expectAccessible();
  });

  test('ends with one tap', async () => {
    answers['GET /api/v1/reminders'] = mail('on', 'ana@example.org');
    await open();
    expect(await screen.findByText('Mails go to ana@example.org.')).toBeTruthy();
    answers['DELETE /api/v1/reminders/mail'] = new Response(null, { status: 204 });
    answers['GET /api/v1/reminders'] = mail('off');
    press('No more mails');
    expect(await screen.findByLabelText('Your e-mail')).toBeTruthy();
  });

  test.each([
    [new Response('{}', { status: 422, headers: { 'content-type': 'application/json' } }), /did not work/],
    [undefined, /No network just now/],
  ])('says what went wrong', async (answer, words) => {
    answers['GET /api/v1/reminders'] = mail('off');
    await open();
    if (answer) answers['PUT /api/v1/reminders/mail'] = answer;
    fireEvent.input(await screen.findByLabelText('Your e-mail'), { target: { value: 'ana@example' } });
    press('Send me a mail to confirm');
    expect(await screen.findByText(words)).toBeTruthy();
  });
});
