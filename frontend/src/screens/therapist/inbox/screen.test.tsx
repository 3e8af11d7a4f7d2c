import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Inbox as InboxData, Item } from '../../../domain/desk/inbox';
import * as store from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { inboxOf, question, raise, sharp } from '../../../testing/desk-inbox';
import { marit } from '../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../testing/desk-server';
import { desk } from '../../../text/desk';
import { hideToast, Toast } from '../../../ui';
import { agoWords, rankWords, whyWords } from '../parts/inbox-words';
import { Inbox } from './screen';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
  vi.stubGlobal('scrollTo', () => undefined);
  Element.prototype.scrollIntoView = () => undefined;
  store.welcome(marit);
});
afterEach(() => {
  cleanup();
  hideToast();
  store.forgetDesk();
  vi.useRealTimers();
});

async function open(inbox: InboxData, answers: Record<string, unknown> = {}): Promise<Asked[]> {
  const asked = serve({
    'GET /inbox': inbox,
    'POST /inbox/close': new Status(204),
    'POST /inbox/reopen': new Status(204),
    ...answers,
  });
  render(
    <main>
      <Inbox first />
      <Toast />
    </main>,
  );
  await screen.findByRole('heading', { level: 1 });
  return asked;
}

const names = () => screen.queryAllByRole('link').map((link) => link.textContent);
const name = (item: Item) => screen.getByRole('link', { name: item.client.name });
const sent = (asked: Asked[], path: string) =>
  asked.filter((one) => one.path === path).map((one) => one.body);

describe('the inbox', () => {
  it('says who waits, why and since when, in the order of the server', async () => {
    await open(inboxOf(sharp, question, raise));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(desk.list.need(3, 35));
    expect(names()).toEqual(['Jonas', 'Lea', 'Mira']);
    const [stop, asks] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement];
    expect(stop.textContent).toContain(
      'StopJonasSharp pain, Outer hip at the wall, right, level 2. It rests.',
    );
    expect(stop.textContent).toContain('today 07:12');
    expect(asks.textContent).toContain('QuestionLea“Is warmth all right?”Friday');
    expect(name(raise).getAttribute('href')).toBe('/desk/clients/c4#dose');
    await expectAccessible();
  });

  it('says of whom a colleague looks after that it is so', async () => {
    await open(inboxOf(sharp, { ...question, mine: false }));
    const [own, other] = screen.getAllByRole('listitem') as [HTMLElement, HTMLElement];
    expect(own.textContent).not.toContain(desk.inbox.other);
    expect(other.textContent).toContain(`“Is warmth all right?” ${desk.inbox.other}`);
  });

  it('closes an item in two taps, says so, and goes on to the next', async () => {
    const asked = await open(inboxOf(sharp, question));
    fireEvent.click(screen.getByRole('button', { name: desk.inbox.doneOf('Jonas') }));
    await expectAccessible();
    fireEvent.click(screen.getByRole('button', { name: /Called/ }));
    await waitFor(() => expect(names()).toEqual(['Lea']));
    expect(sent(asked, '/inbox/close')).toEqual([{ id: sharp.id, outcome: 'called' }]);
    expect(screen.getByText('Jonas: Called.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(name(question)));
    expect(screen.getByText(desk.inbox.today(1))).toBeTruthy();
  });

  it('is empty at the end and says what was closed', async () => {
    await open(inboxOf(question));
    fireEvent.keyDown(name(question), { key: '4' });
    expect(await screen.findByRole('heading', { level: 1, name: desk.inbox.empty })).toBeTruthy();
    const closed = within(screen.getByRole('group'));
    expect(closed.getByText('Lea')).toBeTruthy();
    expect(closed.getByText(/Seen · Marit/)).toBeTruthy();
    await expectAccessible();
  });

  it('puts back what was closed by mistake', async () => {
    const asked = await open(inboxOf(question));
    fireEvent.keyDown(name(question), { key: '5' });
    await screen.findByRole('heading', { level: 1, name: desk.inbox.empty });
    fireEvent.click(screen.getAllByRole('button', { name: desk.inbox.undo })[0] as HTMLElement);
    await waitFor(() => expect(names()).toEqual(['Lea']));
    expect(sent(asked, '/inbox/reopen')).toEqual([{ id: question.id }]);
  });

  it('walks with j and k from the heading on', async () => {
    await open(inboxOf(sharp, question));
    const heading = screen.getByRole('heading', { level: 1 });
    fireEvent.keyDown(heading, { key: 'j' });
    expect(document.activeElement).toBe(name(sharp));
    fireEvent.keyDown(name(sharp), { key: 'j' });
    expect(document.activeElement).toBe(name(question));
    fireEvent.keyDown(name(question), { key: 'k' });
    expect(document.activeElement).toBe(name(sharp));
    fireEvent.keyDown(heading, { key: '1' });
    fireEvent.keyDown(name(sharp), { key: '1', ctrlKey: true });
    fireEvent.keyDown(name(sharp), { key: 'x' });
    expect(names()).toEqual(['Jonas', 'Lea']);
  });

  it('answers on the spot, which closes it; keys are letters there', async () => {
    const reply = { text: 'Yes.', at: '', by: { id: 't1', name: 'Marit' }, read_at: null };
    const asked = await open(inboxOf(question), {
      'POST /clients/c3/logs/l2/answer': new Status(201, reply),
    });
    fireEvent.click(screen.getByRole('button', { name: desk.inbox.answerTo('Lea') }));
    const field = screen.getByLabelText(desk.client.logs.reply.label);
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.keyDown(field, { key: '1' });
    fireEvent.input(field, { target: { value: 'Yes.' } });
    fireEvent.click(screen.getByRole('button', { name: desk.client.logs.reply.send }));
    await screen.findByRole('heading', { level: 1, name: desk.inbox.empty });
    expect(sent(asked, '/clients/c3/logs/l2/answer')).toEqual([{ text: 'Yes.' }]);
    expect(sent(asked, '/inbox/close')).toEqual([]);
  });

  it('keeps an item that could not be closed, and says why', async () => {
    await open(inboxOf(question), { 'POST /inbox/close': new Status(503, { code: 'busy', message: '' }) });
    fireEvent.keyDown(name(question), { key: '3' });
    expect(await screen.findByText(desk.errors.server)).toBeTruthy();
    expect(names()).toEqual(['Lea']);
  });

  it('names whom she stands in for', async () => {
    const covering = [{ therapist_id: 't2', name: 'Vera', until: '2026-11-27' }];
    await open({ ...inboxOf(), covering });
    expect(screen.getByText(desk.inbox.covering('Vera', 'Fri 27 Nov'))).toBeTruthy();
  });
});

describe('what an item says', () => {
  const says = (why: Item['why'], more: Partial<Item> = {}) => whyWords({ ...question, ...more, why });

  it.each([
    [
      { code: 'hurt', feeling: 'too_much', technique_id: 'sole-roll', side: null, discomfort: 7 },
      'Too much 7 of 10, sole roll.',
    ],
    [{ code: 'reaction', answer: 'worse' }, 'Worse since the last practice.'],
    [{ code: 'reaction', answer: 'new_sign' }, 'A new sign since the last practice.'],
    [{ code: 'note', text: 'Slept well.' }, '“Slept well.”'],
    [{ code: 'question', text: 'Right?', technique: 'Sole', side: 'left' }, '“Right?” · Sole, left'],
    [{ code: 'strong_pain', pain: 9 }, 'Pain 9 of 10 before practice. Nothing pressed that day.'],
    [{ code: 'worsening', before: 3, now: 5.5 }, 'Pain before practice rose from 3 to 5.5 in a week.'],
    [
      { code: 'silence', days: 4, last: '2026-11-17' },
      'No practice on 4 planned days. The last was 5 days ago.',
    ],
    [{ code: 'silence', days: 4, last: null }, 'The program is on the phone, but not begun. 4 planned days.'],
    [
      { code: 'review', why: 'no_change', weeks: 6, before: 5, now: 4 },
      '6 weeks, and pain is much the same: 5 at first, 4 now.',
    ],
    [{ code: 'review', why: 'goal_met', goals: 3 }, 'All 3 own activities go as before.'],
    [
      { code: 'review', why: 'low_practice', kept: 4, prescribed: 14 },
      'Practised on 4 of 14 days in two weeks.',
    ],
    [{ code: 'review', why: 'step_backs', times: 3 }, '3 steps back within two weeks.'],
    [{ code: 'review', why: 'course', weeks: 6, visits: 1 }, '6 weeks of care, 1 visit. Time for a review.'],
    [{ code: 'review', why: 'of a later server' }, 'Review'],
    [
      { code: 'dose', rule: 'D03', technique: 'Sole' },
      'Sole: Still felt after 48 hours. What works there rests.',
    ],
    [{ code: 'dose', rule: 'D99', technique: null }, 'The rules changed the dose.'],
    [{ code: 'of_a_later_server' }, 'of a later server'],
    [{ code: 'red_flag', flags: [{ id: 'rf_dvt', label: 'One calf is swollen.' }] }, 'One calf is swollen.'],
    [{ code: 'red_flag' }, ''],
  ])('%o', (why, said) => {
    expect(says(why as Item['why'])).toBe(said);
  });

  it('says of reminders since when and why they fail', () => {
    const why = { code: 'reminders', reason: 'gone' };
    expect(says(why, { since: '2026-11-17T06:00:00Z' })).toContain(
      'Reminders not working since Tuesday. The phone',
    );
    expect(rankWords({ ...question, rank: 'info', why })).toBe('Reminders');
  });

  it('says Raise of what the rules propose', () => {
    expect([rankWords(raise), rankWords(sharp), agoWords(question)]).toEqual(['Raise?', 'Stop', 'Friday']);
  });
});
