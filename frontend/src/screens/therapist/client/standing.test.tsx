/** The program on the client's page: what a later flag asks for, and the clearances that stand for ever. */
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ProgramView } from '../../../api/desk';
import type { VerdictRow } from '../../../domain/desk/verdicts';
import type { Item, Version } from '../../../domain/program';
import * as store from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { catalogue } from '../../../testing/desk-catalogue';
import { anaRow, firstVersion } from '../../../testing/desk-samples';
import { Status, serve } from '../../../testing/desk-server';
import { ASK, everyLevel, finding, GENTLE, LETTER } from '../../../testing/desk-verdicts';
import { desk } from '../../../text/desk';
import { ProgramList } from './program-list';
import { Versions } from './versions';

const words = () => desk.safety.standing;
const TODAY = '2026-11-22';
const BRUISE = finding('S27', 'Keep the pressure light.');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
  store.clients.value = [anaRow];
});

afterEach(() => {
  cleanup();
  store.forgetDesk();
  store.catalogue.value = null;
  vi.useRealTimers();
});

function show(rows: VerdictRow[], part: Partial<Item> = {}, answers: Record<string, unknown> = {}) {
  const items = firstVersion.items.map((item) => ({ ...item, ...part }));
  const program: Version = { ...firstVersion, items };
  const asked = serve({
    'GET /clients/c1/verdicts': { today: TODAY, verdicts: rows },
    'GET /techniques': catalogue,
    ...answers,
  });
  render(<ProgramList program={program} today={TODAY} clientId="c1" rows={[]} />);
  return asked;
}

it('says nothing where nothing changed, and does not even load the catalogue', async () => {
  const asked = show(everyLevel('wall'));
  await waitFor(() => expect(store.openVerdicts.value).not.toBeNull());
  expect(asked.map((one) => one.path)).toEqual(['/clients/c1/verdicts']);
  expect(screen.queryByRole('link', { name: words().adjust })).toBeNull();
});

it.each([
  ['is blocked', { verdict: 'block' as const, findings: [BRUISE] }, {}, 'Stopped since a flag came.'],
  ['needs somebody', ASK, {}, 'Stopped since a flag came. Needs a physician.'],
  ['is at a level too high', GENTLE, { level: 2 }, 'Too much since a flag came. Now at most level 1.'],
  [
    'is held too long',
    GENTLE,
    { dose: { both: { spots: 1, hold_s: 60, roll_s: 0, move_s: 0 } } },
    'Too long since a flag came. Holds are shorter now.',
  ],
])('marks what %s since a flag came', async (_, said, part, text) => {
  show(everyLevel('wall', said), part);
  expect(await screen.findByText(text)).toBeTruthy();
  expect(await screen.findByRole('link', { name: words().adjust })).toBeTruthy();
  await expectAccessible();
});

it('tells the rule and its reason beside the mark', async () => {
  show(everyLevel('wall', { verdict: 'block', findings: [BRUISE] }));
  expect(await screen.findByText(/Keep the pressure light\./)).toBeTruthy();
  expect(screen.getByText('(S27)')).toBeTruthy();
});

it('shows a clearance with who, when and until when, and lets what it covers be', async () => {
  show(everyLevel('wall', ASK), { safety: { asked_level: 1, overrides: [LETTER] } });
  const told = await screen.findByText(/Cleared by a physician on Sun 1 Nov, until Sat,? 30 Jan 2027/);
  expect(told.querySelector('q')?.textContent).toBe('Her doctor agreed by letter');
  expect(told.textContent).toContain('Recorded by Marit');
  expect(screen.queryByText(/since a flag came/)).toBeNull();
});

it('says when the program could not be compared, instead of calling it fine', async () => {
  const down = new Status(503, { code: 'busy', message: '' });
  show([], {}, { 'GET /clients/c1/verdicts': down });
  expect(await screen.findByText(desk.errors.server)).toBeTruthy();
});

it('reads the rules again once a flag was changed at this desk', async () => {
  const asked = show(everyLevel('wall'));
  await waitFor(() => expect(asked).toHaveLength(1));
  store.flagTick.value += 1;
  await waitFor(() => expect(asked).toHaveLength(2));
});

it('keeps every clearance in the list of versions', () => {
  const overrides = [{ ...LETTER, technique_id: 'wall', level: 1 }];
  const program: ProgramView = {
    program: firstVersion,
    versions: [{ ...firstVersion, overrides }],
    clearance: null,
    fetched: null,
  };
  render(<Versions id="c1" program={program} zone="Europe/Berlin" />);
  expect(screen.getByText(/Recorded by Marit, Sun 1 Nov 10:00/)).toBeTruthy();
});
