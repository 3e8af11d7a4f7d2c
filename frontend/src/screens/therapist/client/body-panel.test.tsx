import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LogRow } from '../../../domain/desk/course';
import { openLogs } from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { practised } from '../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../testing/desk-server';
import { BodyPanel } from './body-panel';

const marked = (date: string, side: 'left' | 'right', strength: number): LogRow => ({
  ...practised,
  log: {
    id: date,
    kind: 'body',
    schema: 1,
    local_date: date,
    tz: 'Europe/Berlin',
    recorded_at: `${date}T08:00:00Z`,
    marks: [{ region: 'knee', side, strength }],
  },
});
const now = marked('2026-11-20', 'right', 3);
const before = marked('2026-11-13', 'left', 6);

beforeEach(() => {
  openLogs.value = null;
});
afterEach(cleanup);

function open(rows: LogRow[] | null, next: number | null, answer: unknown): Asked[] {
  openLogs.value = rows && { client_id: 'c1', rows, next };
  const asked = serve({ 'GET /clients/c1/logs': answer });
  render(
    <main>
      <h1>Ana</h1>
      <BodyPanel id="c1" rows={rows} today="2026-11-22" />
    </main>,
  );
  return asked;
}

it('shows where it hurt a week ago and now, and the same numbers in a table', async () => {
  const asked = open([now, practised, before], null, new Status(500));
  expect(screen.getByText('It moved from the left knee to the right knee. It eased.')).toBeTruthy();
  expect(screen.getByText('As of Fri 20 Nov')).toBeTruthy();
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    'PlaceFri 13 NovFri 20 Nov',
    'Left knee6–not marked',
    'Right knee–not marked3',
  ]);
  expect(asked).toEqual([]);
  await expectAccessible();
});

it('looks further back than the logs of the page, for marks alone', async () => {
  const asked = open([now], 6, { logs: [now, before], next: null });
  expect(await screen.findByText(/It moved from the left knee/)).toBeTruthy();
  expect(asked.map(({ query }) => query)).toEqual(['limit=100&kinds=body']);
});

it('says so when the older marks did not come, and shows those that it has', async () => {
  open([now], 6, new Status(500));
  expect(await screen.findByText(/The server had a problem/)).toBeTruthy();
  expect(screen.getByText('As of Fri 20 Nov')).toBeTruthy();
});

it('leaves out what was taken back, and says that nothing was marked', () => {
  open([{ ...now, voided: true }], null, new Status(500));
  expect(screen.getByText('Nothing was marked on the body map.')).toBeTruthy();
});
