import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Proof } from '../../../domain/reminders';
import type { PushState } from '../../../push';
import { forgetPush, markPushWanted } from '../../../store/push';
import { keepProof, proof } from '../../../store/reminders';
import { expectAccessible } from '../../../testing/axe';
import { show } from '../../../testing/page';
import { pushesAre, renewPush, sendTestPush, turnOffPush, turnOnPush } from '../../../testing/pushes';
import {
  answers,
  chosen,
  onARemindedPhone,
  press,
  requests,
  slot,
  told,
  WELL,
} from '../../../testing/reminders';
import { Reminders } from './screen';

vi.mock('../../../push', () => import('../../../testing/pushes'));

onARemindedPhone();

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

  test('who wanted them on a phone that blocks them can let it be', async () => {
    await markPushWanted(true);
    pushesAre('denied');
    show(Reminders, '/reminders');
    fireEvent.click(await screen.findByRole('button', { name: 'Turn off on this phone' }));
    expect(turnOffPush).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Turn off on this phone' })).toBeNull());
    await forgetPush();
  });

  test('an e-mail is named only where the practice sends some; without a time there is one to add first', () => {
    pushesAre('unsupported');
    show(Reminders, '/reminders');
    expect(screen.getByText('Your own calendar can do it.')).toBeTruthy();
    expect(screen.getByText('First add a time.')).toBeTruthy();
  });

  test('it can be turned off on this phone alone', async () => {
    show(Reminders, '/reminders');
    press('Turn off on this phone');
    expect(turnOffPush).toHaveBeenCalledOnce();
    expect(told()).toBeUndefined();
  });
});

describe('one at once', () => {
  test('with several phones it may have been another one', async () => {
    answers['GET /api/v1/reminders'] = { ...WELL, browsers: 2 };
    show(Reminders, '/reminders');
    await waitFor(() => expect(proof.value?.proof.browsers).toBe(2));
    press('Send me one now');
    expect(await screen.findByText('It arrived on one of your phones. Is it on this one?')).toBeTruthy();
  });

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

  test('is told on the clock of her times, where this phone is in another zone', async () => {
    chosen({ slots: [slot('07:00')], timezone: 'Asia/Tokyo', follows_phone: false });
    vi.setSystemTime(Date.parse('2026-11-22T13:00:00Z'));
    const last = { state: 'shown', at: '2026-11-21T22:00:20Z', reason: null };
    answers['GET /api/v1/reminders'] = { ...WELL, last };
    show(Reminders, '/reminders');
    expect(await screen.findByText('Last reminder arrived today at 07:00.')).toBeTruthy();
    expect(screen.getByText('Tomorrow at 07:00')).toBeTruthy();
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
