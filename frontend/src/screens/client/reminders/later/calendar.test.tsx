import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as store from '../../../../store';
import * as chosen from '../../../../store/reminders';
import { expectAccessible } from '../../../../testing/axe';
import { FakePith } from '../../../../testing/fake-pith';
import { anasPhone, show } from '../../../../testing/page';
import { Calendar } from './calendar';

const LINK = 'https://pith.example.org/calendar/abc.ics';
const MADE = { url: LINK.replace('https', 'webcal'), link: LINK };
const MORNING = [{ time: '07:00', days: [0, 1, 2, 3, 4, 5, 6], enabled: true }];

let server: FakePith;
let asked: string[];
let feed: string | null;
let reachable: boolean;

beforeEach(async () => {
  await anasPhone({});
  server = new FakePith(() => Date.now());
  [asked, feed, reachable] = [[], null, true];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (!reachable) throw new TypeError('no network');
    if (!String(input).endsWith('/reminders/feed')) return server.fetch(input, init);
    const method = init?.method ?? 'GET';
    asked.push(method);
    if (method === 'DELETE') {
      feed = null;
      return new Response(null, { status: 204 });
    }
    if (method === 'POST') feed = '2026-11-22T07:00:00Z';
    return Response.json(method === 'POST' ? MADE : { made_at: feed });
  });
});
afterEach(cleanup);

async function withATime(change: Partial<Parameters<typeof chosen.choose>[0]> = {}): Promise<void> {
  await chosen.choose({ slots: MORNING, ...change });
  show(Calendar, '/me');
}

function tap(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

function downloads(): string[] {
  const taken: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    taken.push(this.getAttribute('href') ?? '');
  });
  return taken;
}

test('the calendar is given once the practice knows the newest times', async () => {
  const taken = downloads();
  await withATime();
  expect(store.unsent.value).toBe(1);
  tap('Add my times');
  expect(await screen.findByText('Does your calendar have them now?')).toBeTruthy();
  expect(taken).toEqual(['/api/v1/reminders/calendar.ics']);
  expect(store.unsent.value).toBe(0);
  expect(chosen.choice.value?.calendar).toBe(false);
  await expectAccessible();
});

test('only when she says that it is in there does it take the place of pushes', async () => {
  downloads();
  await withATime();
  tap('Add my times');
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, let it remind me' }));
  await waitFor(() => expect(chosen.choice.value?.calendar).toBe(true));
  expect(chosen.choice.value?.slots).toEqual(MORNING);
  expect(await screen.findByText(/Your calendar reminds you/)).toBeTruthy();
  tap('Let Pith remind me again');
  await waitFor(() => expect(chosen.choice.value?.calendar).toBe(false));
  expect(await screen.findByText(/^Delete Pith’s times/)).toBeTruthy();
});

test('without a network nothing is given that may be old, and that is said', async () => {
  const taken = downloads();
  await withATime();
  reachable = false;
  tap('Add my times');
  expect(await screen.findByText('No network just now. Try again later.')).toBeTruthy();
  expect(taken).toEqual([]);
});

test('without a time there is no calendar to take', async () => {
  show(Calendar, '/me');
  await waitFor(() => expect(asked).toEqual(['GET']));
  expect(screen.queryByRole('button', { name: 'Add my times' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Make a link' })).toBeNull();
});

test('a link can be ended without a time', async () => {
  feed = '2026-11-22T07:00:00Z';
  show(Calendar, '/me');
  fireEvent.click(await screen.findByRole('button', { name: 'End the link' }));
  await waitFor(() => expect(asked).toEqual(['GET', 'DELETE']));
});

test('a link is shown once, copied, and ended', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue(undefined);
  await withATime();
  fireEvent.click(await screen.findByRole('button', { name: 'Make a link' }));
  expect(await screen.findByText(LINK)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open in a calendar' }).getAttribute('href')).toBe(MADE.url);
  tap('Copy the link');
  expect(await screen.findByText('Copied.')).toBeTruthy();
  expect(written).toHaveBeenCalledWith(LINK);
  await expectAccessible();
  tap('End the link');
  await waitFor(() => expect(screen.queryByText(LINK)).toBeNull());
  expect(asked).toEqual(['GET', 'POST', 'DELETE']);
  expect(screen.getByRole('button', { name: 'Make a link' })).toBeTruthy();
});

test('of a link that is in use only the day is known', async () => {
  feed = '2026-11-22T07:00:00Z';
  await withATime();
  expect(await screen.findByText('In use since 22 November.')).toBeTruthy();
  expect(screen.queryByText(LINK)).toBeNull();
  reachable = false;
  tap('End the link');
  expect(await screen.findByText('No network just now. Try again later.')).toBeTruthy();
  expect(screen.getByText('In use since 22 November.')).toBeTruthy();
});
