import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Mark } from '../../../domain/body-places';
import { bodyLog } from '../../../domain/bodymap';
import * as store from '../../../store';
import * as outbox from '../../../store/logs';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, show } from '../../../testing/page';
import { BodyRow } from '../parts/later/body-row';
import { BodyWeeks } from '../parts/later/body-weeks';
import { Body } from './screen';

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
  await anasPhone({});
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const knee: Mark = { region: 'knee', side: 'left', strength: 4 };
const jaw: Mark = { region: 'jaw', side: 'right', strength: 3 };
const told = (date: string, marks: Mark[]) =>
  store.saveLog(bodyLog(marks, store.newLogId(), Date.parse(`${date}T08:00:00Z`), 'UTC'));
const bodyLogs = () => store.logs.value.filter((log) => log.kind === 'body');

async function markTheKnee(): Promise<void> {
  fireEvent.click(screen.getAllByRole('button', { name: 'Left knee' })[0] as Element);
  fireEvent.click(screen.getByRole('radio', { name: '4' }), { detail: 1 });
  await screen.findByRole('button', { name: 'Save' });
}

it('saves the marks as one log and goes back to where she came from', async () => {
  show(Body, '/body?from=me');
  await expectAccessible();
  await markTheKnee();
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(location.pathname).toBe('/me'));
  expect(bodyLogs()).toMatchObject([{ kind: 'body', local_date: '2026-11-22', marks: [knee] }]);
  expect((await store.unsentLogs()).map(({ kind }) => kind)).toEqual(['body']);
});

it('nothing marked says that nothing hurts', async () => {
  show(Body, '/body');
  fireEvent.click(screen.getByRole('button', { name: 'Nothing hurts today' }));
  await waitFor(() => expect(location.pathname).toBe('/history'));
  expect(bodyLogs()).toMatchObject([{ marks: [] }]);
});

it('goes on with the marks of today, over those of an earlier day', async () => {
  await told('2026-11-15', [jaw]);
  await told('2026-11-22', [knee]);
  show(Body, '/body');
  expect(screen.getByRole('button', { name: 'Left knee · 4' })).toBeTruthy();
  expect(screen.getByText('Dashed: 15 November')).toBeTruthy();
});

it('does not say saved when the phone has no room, and keeps the marks', async () => {
  show(Body, '/body');
  await markTheKnee();
  vi.spyOn(outbox, 'addLogs').mockRejectedValueOnce(new outbox.NotSaved('quota'));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Not saved yet')).toBeTruthy();
  expect(location.pathname).toBe('/body');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(bodyLogs()).toHaveLength(1));
});

it('the row leads there and says what is marked today', async () => {
  show(() => <BodyRow from="after" />);
  const row = () => screen.getByRole('link', { name: /Where is it today/ });
  expect(row().getAttribute('href')).toBe('/body?from=after');
  expect(row().textContent).toContain('Mark it on a picture');
  await told('2026-11-22', [knee, jaw, { region: 'shin', side: 'left', strength: 1 }]);
  await waitFor(() => expect(row().textContent).toContain('Left knee · 4, Right jaw · 3 and 1 more'));
  await told('2026-11-22', []);
  await waitFor(() => expect(row().textContent).toContain('Nothing hurts today'));
});

it('two weeks stand side by side with one sentence of change', async () => {
  await told('2026-11-15', [knee]);
  await told('2026-11-22', [jaw]);
  show(() => (
    <main>
      <h1>History</h1>
      <BodyWeeks />
    </main>
  ));
  expect(screen.getByText(/It moved from the left knee to the right jaw/)).toBeTruthy();
  const pictures = screen.getAllByRole('img').map((one) => one.getAttribute('aria-label'));
  expect(pictures).toEqual([
    '15 November: From the front: Left knee · 4',
    '22 November: From the front: Right jaw · 3',
  ]);
  await expectAccessible();
});

it('what lies on no drawing is said in words', async () => {
  await told('2026-11-22', [{ region: 'whole_body', side: 'both', strength: 2 }]);
  show(BodyWeeks);
  expect(screen.getByText('Also: Whole body · 2')).toBeTruthy();
  expect(screen.getByText('The next marks will stand beside these.')).toBeTruthy();
});
