import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as store from '../../store/desk';
import { expectAccessible } from '../../testing/axe';
import { catalogue } from '../../testing/desk-catalogue';
import { inboxOf } from '../../testing/desk-inbox';
import {
  ana,
  anaProgram,
  anaReminders,
  anaRow,
  firstVersion,
  marit,
  practised,
  stoppedLog,
} from '../../testing/desk-samples';
import { allAnswered, noAnswers, screeningAnswers, sheetOf } from '../../testing/desk-screening';
import { type Asked, Status, serve } from '../../testing/desk-server';
import { noDose } from '../../testing/dose-samples';
import { desk } from '../../text/desk';
import { Desk, placeOf } from './desk';

const page = {
  'GET /me': marit,
  'GET /clients': { clients: [anaRow] },
  'GET /inbox': inboxOf(),
  'GET /clients/c1': ana,
  'GET /clients/c1/program': anaProgram,
  'GET /clients/c1/devices': { devices: [] },
  'GET /clients/c1/dose': noDose,
  'GET /clients/c1/reminders': anaReminders,
  'GET /clients/c1/visits': { visits: [], course: null },
  'GET /clients/c1/alerts': { alerts: [] },
  'GET /clients/c1/logs': { logs: [stoppedLog, practised], next: null },
  'PUT /clients/c1/read-mark': new Status(204),
  'GET /practices/me/members': { members: [] },
  'GET /techniques': catalogue,
  'GET /clients/c1/verdicts': { today: '2026-11-22', verdicts: [] },
  ...screeningAnswers(sheetOf([]), allAnswered),
};

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['Date', 'setInterval', 'clearInterval'],
    now: Date.parse('2026-11-22T09:00:00Z'),
  });
  vi.stubGlobal('scrollTo', () => undefined);
});

afterEach(() => {
  cleanup();
  store.forgetDesk();
  store.me.value = undefined;
  store.catalogue.value = null;
  vi.useRealTimers();
});

function open(path: string, answers: Record<string, unknown> = {}): Asked[] {
  const asked = serve({ ...page, ...answers });
  history.replaceState(null, '', path);
  render(
    <LocationProvider>
      <Desk />
    </LocationProvider>,
  );
  return asked;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const bodyOf = (asked: Asked[], method: string, path: string) =>
  asked.find((entry) => entry.method === method && entry.path === path)?.body;

describe('the client list', () => {
  it('says why each client needs somebody', async () => {
    const rows = [
      anaRow,
      {
        ...anaRow,
        id: 'c2',
        name: 'Jonas',
        stopped: { at: '2026-11-22T06:00:00Z', technique_id: 'wall', feeling: 'sharp', discomfort: null },
      },
    ];
    open('/desk/clients', { 'GET /clients': { clients: rows } });
    const lines = await screen.findAllByRole('link', { name: /days|practised/ });
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringContaining('JonasSharp pain'),
      expect.stringContaining('Ana'),
    ]);
    expect(screen.getByText(desk.list.need(1, 1))).toBeTruthy();
    await expectAccessible();
  });

  it('shows one screen that says what to do first while there is no client', async () => {
    const asked = open('/desk', { 'GET /clients': { clients: [] }, 'POST /clients': new Status(201, ana) });
    fireEvent.input(await screen.findByLabelText(desk.add.name), { target: { value: 'Ana' } });
    await expectAccessible();
    fireEvent.click(await button(desk.add.submit));
    await waitFor(() => expect(location.pathname).toBe('/desk/clients/c1/program'));
    const added = { name: 'Ana', timezone: 'Europe/Berlin', language: 'en' };
    expect(bodyOf(asked, 'POST', '/clients')).toEqual({ ...added, id: expect.any(String) });
  });

  it('keeps the old list and says so when a look does not get through', async () => {
    open('/desk');
    await screen.findByRole('link', { name: /Ana/ });
    serve({ ...page, 'GET /clients': new Status(503, { code: 'busy', message: '' }) });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await screen.findByText(desk.list.failed)).toBeTruthy();
    expect(screen.getByRole('link', { name: /Ana/ })).toBeTruthy();
  });

  it('leads to the sign-in when nobody is signed in', async () => {
    open('/desk/practice', { 'GET /me': new Status(401, { code: 'session_expired', message: '' }) });
    await expect.poll(() => location.pathname + location.search).toBe('/sign-in?next=%2Fdesk%2Fpractice');
  });
});

describe('one client', () => {
  it('shows what was practised, what hurt and the words', async () => {
    open('/desk/clients/c1');
    expect(await screen.findByText('Left side lets go faster.')).toBeTruthy();
    expect(screen.getByText('Sharp pain: Neck and shoulder at the wall')).toBeTruthy();
    expect(screen.getByText('sharp pain once, yesterday')).toBeTruthy();
    await expectAccessible();
  });

  it('tells the server that the news was seen, up to the newest', async () => {
    const asked = open('/desk/clients/c1', { 'GET /clients': { clients: [{ ...anaRow, unread: 2 }] } });
    await waitFor(() => expect(bodyOf(asked, 'PUT', '/clients/c1/read-mark')).toEqual({ seq: 8 }));
    expect(await screen.findAllByText(desk.client.logs.newMark)).toHaveLength(2);
  });

  it('keeps the program closed until she says that she screened', async () => {
    const asked = open('/desk/clients/c1', {
      'GET /clients/c1/program': { ...anaProgram, clearance: null },
      'GET /clients/c1/intake': noAnswers,
      'POST /clients/c1/clearance': new Status(201, anaProgram.clearance),
    });
    fireEvent.click(await button(desk.screening.word.open));
    fireEvent.click(await button(desk.client.clearance.confirm));
    await waitFor(() => expect(bodyOf(asked, 'POST', '/clients/c1/clearance')).toMatchObject({ note: '' }));
  });

  it('says why there is no code where a phone could not open it', async () => {
    const door = {
      token: 't',
      url: 'http://10.0.0.2/join#t',
      qr_svg: '<svg/>',
      expires_at: '2026-11-29T09:00:00Z',
    };
    const why_not = 'Phones install the app only over https.';
    open('/desk/clients/c1', {
      'POST /clients/c1/invitations': new Status(201, { ...door, installable: false, why_not }),
    });
    const [handOver] = await screen.findAllByRole('button', { name: desk.client.handOver });
    if (handOver) fireEvent.click(handOver);
    expect(await screen.findByText(why_not)).toBeTruthy();
    expect(screen.queryByRole('img', { name: desk.client.invite.code('Ana') })).toBeNull();
    expect(screen.getByText(door.url)).toBeTruthy();
  });

  it('shows the code with words in the client’s language, whatever the desk speaks', async () => {
    const door = {
      token: 't',
      url: 'https://pith.example/join?lang=de#t',
      qr_svg: '<svg/>',
      expires_at: '2026-11-29T09:00:00Z',
    };
    open('/desk/clients/c1', {
      'GET /clients/c1': { ...ana, language: 'de' },
      'POST /clients/c1/invitations': new Status(201, { ...door, installable: true, why_not: null }),
    });
    const [handOver] = await screen.findAllByRole('button', { name: desk.client.handOver });
    if (handOver) fireEvent.click(handOver);
    const step = await screen.findByText('Öffne die Kamera des Handys.');
    expect(step.closest('[lang]')?.getAttribute('lang')).toBe('de');
    expect(screen.getByText('Dein Programm für zu Hause von Marit’s practice')).toBeTruthy();
    expect(screen.getByText(/^Gilt einmal, bis/)).toBeTruthy();
  });

  it('erases only after the name was typed', async () => {
    const asked = open('/desk/clients/c1', { 'DELETE /clients/c1': new Status(204) });
    fireEvent.click(await button(desk.client.keep.erase));
    fireEvent.click(await button(desk.client.keep.eraseDo));
    expect(screen.getByText(desk.client.keep.eraseMismatch)).toBeTruthy();
    fireEvent.input(screen.getByLabelText(desk.client.keep.eraseType('Ana')), { target: { value: 'Ana' } });
    fireEvent.click(await button(desk.client.keep.eraseDo));
    await waitFor(() => expect(bodyOf(asked, 'DELETE', '/clients/c1')).toEqual({ confirm_name: 'Ana' }));
  });

  it('says that a client is not here in the same words, whatever the reason', async () => {
    open('/desk/clients/c9');
    expect(await screen.findByText(desk.errors.notFound)).toBeTruthy();
  });
});

describe('the program builder', () => {
  const none = { 'GET /clients/c1/program': { ...anaProgram, program: null, versions: [] } };
  const POST = 'POST /clients/c1/program/versions';

  it('begins from a starter with one tap and gives it with another', async () => {
    const asked = open('/desk/clients/c1/program', { ...none, [POST]: new Status(201, firstVersion) });
    fireEvent.click(await button(/Upper back/));
    await expectAccessible();
    fireEvent.click(await button(desk.builder.give('Ana')));
    await waitFor(() => expect(location.pathname + location.search).toBe('/desk/clients/c1?handover'));
    const sent = bodyOf(asked, 'POST', '/clients/c1/program/versions') as {
      items: { technique_id: string }[];
    };
    expect(sent.items.map((item) => item.technique_id)).toEqual(['balls', 'wall']);
    expect(sent).toMatchObject({ base_version: 0, days: [0, 1, 2, 3, 4, 5, 6], starts_on: '2026-11-22' });
  });

  it('lets the left side be longer', async () => {
    const asked = open('/desk/clients/c1/program', { ...none, [POST]: new Status(201, firstVersion) });
    fireEvent.click(await button(/Upper back/));
    fireEvent.click(await screen.findByLabelText(desk.builder.chosen.equal));
    fireEvent.click(await button(desk.builder.chosen.more('Neck and shoulder at the wall, left, hold')));
    fireEvent.click(await button(desk.builder.give('Ana')));
    await waitFor(() => expect(bodyOf(asked, 'POST', '/clients/c1/program/versions')).toBeTruthy());
    const sent = bodyOf(asked, 'POST', '/clients/c1/program/versions') as { items: { dose: unknown }[] };
    expect(sent.items[1]?.dose).toMatchObject({ left: { hold_s: 32 }, right: { hold_s: 24 } });
  });

  it('asks for a reason once there is a version', async () => {
    const asked = open('/desk/clients/c1/program');
    fireEvent.click(await button(desk.builder.give('Ana')));
    expect(await screen.findAllByText(desk.builder.reasonNeeded)).not.toHaveLength(0);
    expect(bodyOf(asked, 'POST', '/clients/c1/program/versions')).toBeUndefined();
  });

  it('shows what a colleague changed meanwhile, and puts hers over it only when she says so', async () => {
    const change = { code: 'level', technique_id: 'wall', key: 'i1', side: null, from: 1, to: 2 };
    const stale = new Status(409, { code: 'base_version_stale', message: '', current: 2, changes: [change] });
    const answers = [stale, new Status(201, firstVersion)];
    const asked = open('/desk/clients/c1/program', { [POST]: () => answers.shift() });
    fireEvent.input(await screen.findByLabelText(desk.builder.reason), { target: { value: 'Sore' } });
    fireEvent.click(await button(desk.builder.give('Ana')));
    expect(await screen.findByText('Neck and shoulder at the wall: level 1 → 2')).toBeTruthy();
    fireEvent.click(await button(desk.builder.conflict.mine(2)));
    await waitFor(() => expect(location.pathname).toBe('/desk/clients/c1'));
    const bases = asked.filter((entry) => entry.method === 'POST').map((entry) => entry.body);
    expect(bases).toMatchObject([{ base_version: 1 }, { base_version: 2 }]);
  });

  it('marks the item that the server refuses and keeps the draft', async () => {
    const fields = { 'items.0.dose.left.hold_s': 'From 0 to 90.' };
    open('/desk/clients/c1/program', { [POST]: new Status(422, { code: 'invalid', message: '', fields }) });
    fireEvent.input(await screen.findByLabelText(desk.builder.reason), { target: { value: 'Sore' } });
    fireEvent.click(await button(desk.builder.give('Ana')));
    expect(await screen.findByText('From 0 to 90.')).toBeTruthy();
    expect(store.drafts.value.c1?.reason).toBe('Sore');
    await expectAccessible();
  });

  it('says until a clinician has signed that nobody reviewed the catalogue', async () => {
    open('/desk/clients/c1/program');
    expect(await screen.findByText(desk.builder.notReviewed)).toBeTruthy();
  });

  it('shows the page as the phone will, from the same draft', async () => {
    open('/desk/clients/c1/program');
    fireEvent.click(await button(desk.builder.preview));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Neck and shoulder at the wall')).toBeTruthy();
    expect(within(dialog).getByText(desk.builder.phone.line('48 s', 1))).toBeTruthy();
  });
});

describe('the practice', () => {
  const practice = { 'GET /practice': marit.practice, 'GET /sessions': { sessions: [] } };

  it('shows its settings and saves what was changed', async () => {
    const asked = open('/desk/practice', { ...practice, 'PATCH /practice': marit.practice });
    fireEvent.input(await screen.findByLabelText(desk.practice.about.emergency), {
      target: { value: '144' },
    });
    await expectAccessible();
    fireEvent.click(await button(desk.practice.about.save));
    await waitFor(() =>
      expect(bodyOf(asked, 'PATCH', '/practice')).toMatchObject({ settings: { emergency_number: '144' } }),
    );
  });
});

it('reads an address as a place of the desk', () => {
  expect(placeOf('/desk')).toEqual({ page: 'inbox' });
  expect(placeOf('/desk/clients')).toEqual({ page: 'clients' });
  expect(placeOf('/desk/clients/c1')).toEqual({ page: 'client', id: 'c1' });
  expect(placeOf('/desk/clients/c1/program')).toEqual({ page: 'program', id: 'c1' });
  expect(placeOf('/desk/clients/c1/intake')).toEqual({ page: 'intake', id: 'c1' });
  expect(placeOf('/desk/practice')).toEqual({ page: 'practice' });
});
