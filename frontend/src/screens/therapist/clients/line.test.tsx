import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ClientRow } from '../../../domain/desk/attention';
import type { Signal } from '../../../signals';
import * as store from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { anaRow } from '../../../testing/desk-samples';
import { calf } from '../../../testing/desk-screening';
import { pushesAre, pushLost } from '../../../testing/pushes';
import { desk } from '../../../text/desk';
import { Clients } from './screen';

vi.mock('../../../push', () => import('../../../testing/pushes'));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
});
afterEach(() => {
  cleanup();
  store.forgetDesk();
  vi.useRealTimers();
});

const { label, at, received_at } = calf;
const jonas: ClientRow = {
  ...anaRow,
  id: 'c2',
  name: 'Jonas',
  red_flag: { flags: [{ id: 'rf_dvt', label }], at, received_at },
};

/** The lines of the list, as they are read. */
function lines(...rows: ClientRow[]): (string | null)[] {
  store.clients.value = rows;
  render(
    <main>
      <Clients openId={null} alone />
    </main>,
  );
  return screen.getAllByRole('link').map((line) => line.textContent);
}

it('puts a red flag first and says which sign, when it was told and when it arrived', async () => {
  const [first, second] = lines(anaRow, jonas);
  expect(first).toContain(`JonasRed flag${label}. Told today 07:12, arrived today 09:40.`);
  expect(second).toContain('Ana');
  await expectAccessible();
});

it('names one sign and counts the others', () => {
  const flags = [
    { id: 'any_red_flag', label: 'any_red_flag' },
    { id: 'rf_dvt', label },
  ];
  const [first] = lines({ ...jonas, red_flag: { flags, at, received_at: at } });
  expect(first).toContain(`${desk.screening.flags.anyRed} (and 1 more). Told and arrived today 07:12.`);
});

it('says how many safety questions a client waits for', () => {
  const [first] = lines({ ...anaRow, safety: { open: false, due: 7 } });
  expect(first).toContain('Safety answers: 7 open');
});

it.each([
  ['2026-11-22T06:00:00Z', 'Reminders not working since today'],
  ['2026-11-21T06:00:00Z', 'Reminders not working since yesterday'],
  ['2026-11-17T06:00:00Z', 'Reminders not working since Tuesday'],
  ['2026-11-01T06:00:00Z', 'Reminders not working since Sun 1 Nov'],
  [null, 'Reminders not working'],
])('says quietly since when reminders do not arrive: %s', async (since, said) => {
  const [first] = lines({ ...anaRow, reminders: { state: 'failed', since, reason: 'gone' } });
  expect(first).toContain(said);
  expect(screen.getByText(said).classList.contains('badge')).toBe(false);
  await expectAccessible();
});

it('is silent about reminders that arrive', () => {
  const [first, second] = lines(anaRow, {
    ...anaRow,
    id: 'c2',
    reminders: { state: 'accepted', since: null, reason: null },
  });
  expect(`${first} ${second}`).not.toContain('Reminders');
});

it('says of alerts that no longer come to this browser that they do not, and leads to them', async () => {
  pushesAre('on');
  lines(anaRow);
  expect(screen.queryByText(desk.reminders.alerts.lost)).toBeNull();
  cleanup();
  (pushLost as Signal<boolean>).value = true;
  const [first] = lines(anaRow);
  expect(first).toContain(desk.reminders.alerts.lost);
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('/desk/practice');
  await expectAccessible();
  (pushLost as Signal<boolean>).value = false;
});
