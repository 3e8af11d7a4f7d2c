/** What the builder says of a client's flags, and what it lets through. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VerdictRow } from '../../../domain/desk/verdicts';
import * as store from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { catalogue } from '../../../testing/desk-catalogue';
import { ana, anaProgram, anaRow, firstVersion, marit } from '../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../testing/desk-server';
import { ASK, everyLevel, finding, GENTLE, LETTER, row } from '../../../testing/desk-verdicts';
import { noDose } from '../../../testing/dose-samples';
import { desk } from '../../../text/desk';
import { Desk } from '../desk';

const words = () => desk.safety;
const WALL = 'Neck and shoulder at the wall';
const BALLS = 'Upper back on two balls';
const BREATH = 'Hands on belly breathing';
const FLAT = finding('S35', 'Not lying flat on your back now.', { verdict: 'block' });
const SHUT: Partial<VerdictRow> = {
  verdict: 'block',
  findings: [FLAT],
  alternatives: [{ technique_id: 'breath', level: 1, why: 'ease' }],
};
const page = {
  'GET /me': marit,
  'GET /clients': { clients: [anaRow] },
  'GET /clients/c1': ana,
  'GET /clients/c1/program': { ...anaProgram, program: null, versions: [] },
  'GET /clients/c1/devices': { devices: [] },
  'GET /clients/c1/dose': noDose,
  'GET /clients/c1/logs': { logs: [], next: null },
  'GET /clients/c1/flags': { today: '2026-11-22', flags: [], history: [] },
  'GET /clients/c1/intake': { today: '2026-11-22', open: true, due: [], answers: [] },
  'GET /practices/me/members': { members: [] },
  'GET /techniques': catalogue,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
  vi.stubGlobal('scrollTo', () => undefined);
});

afterEach(() => {
  cleanup();
  store.forgetDesk();
  store.me.value = undefined;
  store.catalogue.value = null;
  vi.useRealTimers();
});

function open(rows: VerdictRow[][], answers: Record<string, unknown> = {}): Asked[] {
  const said = { today: '2026-11-22', verdicts: rows.flat() };
  const asked = serve({ ...page, 'GET /clients/c1/verdicts': said, ...answers });
  history.replaceState(null, '', '/desk/clients/c1/program');
  render(
    <LocationProvider>
      <Desk />
    </LocationProvider>,
  );
  return asked;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const tap = async (name: string | RegExp) => fireEvent.click(await button(name));
const chosen = () => screen.getByRole('region', { name: desk.builder.chosen.label });
const sentItems = (asked: Asked[]) => {
  const sent = asked.find((one) => one.method === 'POST')?.body as { items: unknown[] } | undefined;
  return sent?.items;
};
const inForce = (part: object) => ({
  ...anaProgram,
  program: { ...firstVersion, items: firstVersion.items.map((item) => ({ ...item, ...part })) },
});

describe('for a client without flags', () => {
  it('nothing is said and nothing is in the way', async () => {
    const asked = open([everyLevel('wall')], { 'POST /clients/c1/program/versions': firstVersion });
    await tap(/Begin with Upper back/);
    expect(screen.queryByText(/Limited|With care|not for Ana/)).toBeNull();
    await tap(desk.builder.give('Ana'));
    await waitFor(() => expect(sentItems(asked)).toHaveLength(2));
  });
});

describe('a technique that is blocked', () => {
  it('says why, can be reached and heard, and cannot be added', async () => {
    open([everyLevel('balls', SHUT)]);
    await tap(desk.builder.catalogue.techniques);
    const shut = await button(new RegExp(BALLS));
    expect(shut.getAttribute('aria-disabled')).toBe('true');
    const why = document.getElementById(shut.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toContain('Not lying flat on your back now. (S35)');
    fireEvent.click(shut);
    expect(within(chosen()).getByText(desk.builder.chosen.empty)).toBeTruthy();
    await expectAccessible();
  });

  it('offers what is safe, with one tap', async () => {
    open([everyLevel('balls', SHUT)]);
    await tap(desk.builder.catalogue.techniques);
    const others = await screen.findByRole('group', { name: words().list.insteadOf(BALLS) });
    fireEvent.click(within(others).getByRole('button', { name: `${BREATH} ${words().why.ease}` }));
    expect(within(chosen()).getByText(BREATH)).toBeTruthy();
  });

  it('stands last, and not at all where only the fitting ones are wanted', async () => {
    open([everyLevel('wall', SHUT)]);
    await tap(desk.builder.catalogue.techniques);
    const lines = () => screen.getAllByRole('button').filter((one) => one.classList.contains('pick'));
    expect(lines().at(-1)?.textContent).toContain(WALL);
    await tap(words().list.onlyFits('Ana'));
    expect(lines()).toHaveLength(3);
  });

  it('is left out of a starter, which says what came instead', async () => {
    open([everyLevel('balls', SHUT)]);
    expect(await screen.findByText(words().starter.insteadOf(BALLS, BREATH))).toBeTruthy();
    await tap(/Begin with Upper back/);
    expect(within(chosen()).getByText(BREATH)).toBeTruthy();
    expect(within(chosen()).queryByText(BALLS)).toBeNull();
  });

  it('closes a starter of which nothing fits', async () => {
    const alone = { ...SHUT, alternatives: [] };
    open([everyLevel('balls', alone), everyLevel('wall', alone)]);
    const closed = await button(/Nothing of it fits Ana now/);
    expect(closed.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(closed);
    expect(within(chosen()).getByText(desk.builder.chosen.empty)).toBeTruthy();
  });

  it('in the program is marked, keeps it from being saved, and can be swapped in its place', async () => {
    const asked = open([everyLevel('wall', SHUT)], {
      'GET /clients/c1/program': inForce({}),
      'POST /clients/c1/program/versions': firstVersion,
    });
    expect(await screen.findByText(words().item.blocked('Ana'))).toBeTruthy();
    fireEvent.input(screen.getByLabelText(desk.builder.reason), { target: { value: 'New flag' } });
    await tap(desk.builder.give('Ana'));
    expect(await screen.findByText(words().clearing.blocked)).toBeTruthy();
    expect(sentItems(asked)).toBeUndefined();
    await expectAccessible();
    const others = within(chosen()).getByRole('group', { name: words().list.insteadOf(WALL) });
    fireEvent.click(within(others).getByRole('button'));
    await tap(desk.builder.give('Ana'));
    await waitFor(() => expect(sentItems(asked)).toMatchObject([{ technique_id: 'breath' }]));
  });
});

describe('a technique that is limited', () => {
  it('says its limits and why, and lets nothing go beyond them', async () => {
    const findings = [finding('S27', 'Keep the pressure light.', { limits: GENTLE.limits })];
    const asked = open([everyLevel('wall', { ...GENTLE, findings })], {
      'POST /clients/c1/program/versions': firstVersion,
    });
    await tap(desk.builder.catalogue.techniques);
    await tap(new RegExp(`Add ${WALL}`));
    expect(await screen.findByText(/Limited: level 1 at most, a hold of 24 s at most/)).toBeTruthy();
    await tap(words().item.reasonsFor(WALL));
    expect(screen.getByText('S27 · because of: Takes blood thinners')).toBeTruthy();
    for (const more of screen.getAllByRole('button', { name: /^More: .*(level 1|hold)$/ })) {
      expect(more.getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(more);
    }
    await tap(desk.builder.give('Ana'));
    const dose = { left: { hold_s: 24 }, right: { hold_s: 24 } };
    await waitFor(() => expect(sentItems(asked)).toMatchObject([{ level: 1, dose }]));
  });

  it('says what the version on the phone has that is too much now', async () => {
    open([everyLevel('wall', GENTLE)], { 'GET /clients/c1/program': inForce({ level: 2 }) });
    expect(await screen.findByText(new RegExp(words().item.wasLevel(1, 2)))).toBeTruthy();
    expect(screen.getByText(desk.builder.chosen.level(1, 3))).toBeTruthy();
  });

  it('says which level is closed above the one that is open', async () => {
    open([[row('wall', 1)], everyLevel('wall', SHUT).slice(1)]);
    await tap(desk.builder.catalogue.techniques);
    await tap(new RegExp(`Add ${WALL}`));
    expect(await screen.findByText(words().item.levelShut(2, 'Ana'))).toBeTruthy();
  });

  it('names the tools that she does not own', async () => {
    open([everyLevel('wall', { tools_missing: ['soft_ball'] })]);
    await tap(desk.builder.catalogue.techniques);
    await tap(new RegExp(`Add ${WALL}`));
    expect(await screen.findByText(words().item.noTool('Ana', 'Soft ball'))).toBeTruthy();
  });
});

describe('a technique that somebody has to agree to', () => {
  const asking = [everyLevel('wall', ASK)];
  const record = async (reason: string) => {
    await tap(words().clearing.recordFor(WALL));
    fireEvent.input(await screen.findByLabelText(words().clearing.reason), { target: { value: reason } });
    await tap(words().clearing.keep);
  };

  it('is saved only with who agreed, when and to what', async () => {
    const asked = open(asking, { 'POST /clients/c1/program/versions': firstVersion });
    await tap(desk.builder.catalogue.techniques);
    await tap(new RegExp(`Add ${WALL}`));
    await tap(desk.builder.give('Ana'));
    expect(await screen.findByText(words().clearing.missing)).toBeTruthy();
    await record('Too short');
    expect(await screen.findByText(words().clearing.faultReason(15))).toBeTruthy();
    await expectAccessible();
    fireEvent.input(screen.getByLabelText(words().clearing.reason), { target: { value: LETTER.reason } });
    await tap(words().clearing.keep);
    await tap(desk.builder.give('Ana'));
    const overrides = [{ role: 'physician', reason: LETTER.reason, cleared_on: '2026-11-22' }];
    await waitFor(() => expect(sentItems(asked)).toMatchObject([{ overrides }]));
  });

  it('shows the clearance that still stands, and asks for none', async () => {
    const safety = { asked_level: 1, overrides: [LETTER] };
    open(asking, { 'GET /clients/c1/program': inForce({ safety }) });
    expect(await screen.findByText(new RegExp(LETTER.reason))).toBeTruthy();
    expect(screen.queryByRole('button', { name: words().clearing.recordFor(WALL) })).toBeNull();
  });

  it.each([
    ['once it has ended', { expires_on: '2026-11-22' }, /ended on/],
    ['once the flags are others', { basis: 'clotting_disorder@' }, /was for other flags/],
    ['where it was for a softer level', { up_to_level: 0 }, /was for a softer level/],
  ])('asks again %s', async (_, part, says) => {
    const safety = { asked_level: 1, overrides: [{ ...LETTER, ...part }] };
    open(asking, { 'GET /clients/c1/program': inForce({ safety }) });
    expect(await screen.findByText(says)).toBeTruthy();
    expect(await button(words().clearing.recordFor(WALL))).toBeTruthy();
  });

  it('lets one of two be recorded today and the other later', async () => {
    const two = { ...ASK, needs: ['physician', 'therapist_reason'] };
    open([everyLevel('wall', two)], { 'GET /clients/c1/program': inForce({}) });
    await record(LETTER.reason);
    expect(await screen.findByText(/Saved with this version/)).toBeTruthy();
    await tap(words().clearing.recordFor(WALL));
    expect(await screen.findByLabelText(words().clearing.reasonOwn)).toBeTruthy();
    expect(screen.queryByLabelText(words().clearing.reason)).toBeNull();
  });
});

it('marks the item that the server refused, and asks for the rules again', async () => {
  const refusal = { code: 'invalid', message: '', fields: { 'items.0.technique_id': 'Rest today. (S16)' } };
  const asked = open([everyLevel('wall')], {
    'GET /clients/c1/program': inForce({}),
    'POST /clients/c1/program/versions': new Status(422, refusal),
  });
  fireEvent.input(await screen.findByLabelText(desk.builder.reason), { target: { value: 'Because' } });
  await tap(desk.builder.give('Ana'));
  expect(await within(chosen()).findByText('Rest today. (S16)')).toBeTruthy();
  await waitFor(() =>
    expect(asked.filter((one) => one.path.endsWith('/verdicts')).length).toBeGreaterThan(1),
  );
});
