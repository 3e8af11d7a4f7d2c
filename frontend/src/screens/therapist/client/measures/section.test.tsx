import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClientCard } from '../../../../api/desk';
import type { MeasuresFile, TakenReading } from '../../../../api/desk-measures';
import type { Consistency } from '../../../../domain/consistency';
import { expectAccessible } from '../../../../testing/axe';
import { said, serve } from '../../../../testing/desk-server';
import { OverWeeksPart } from './section';

const CARD = { id: 'ana', name: 'Ana', timezone: 'Europe/Berlin' } as ClientCard;
const NUMBERS: Consistency & { today: string } = {
  today: '2026-03-30',
  practised: 5,
  prescribed: 6,
  share: 83,
  band: 'steady',
  done_s: 1440,
  done: 12,
  assigned: 14,
  weeks_kept: 3,
  weeks: 4,
};
const NONE = { practised: 0, prescribed: 0, share: null, band: null, done_s: 0, done: 0, assigned: 0 };

const told = (
  measure_id: TakenReading['measure_id'],
  on: string,
  values: TakenReading['values'],
): TakenReading => ({ measure_id, on, values, by: null });

const FILE: MeasuresFile = {
  since: '2026-03-02',
  due: null,
  goals: ['Climb the stairs'],
  readings: [
    told('pain_avg', '2026-03-02', { avg: 6 }),
    told('psfs', '2026-03-02', { 'Climb the stairs': 3 }),
    told('pain_avg', '2026-03-30', { avg: 4 }),
    told('psfs', '2026-03-30', { 'Climb the stairs': 6 }),
    told('groc', '2026-03-30', { change: 3 }),
  ],
};

function served(file: Partial<MeasuresFile> = {}, numbers: Partial<typeof NUMBERS> = {}) {
  return serve({
    'GET /clients/ana/measures': { ...FILE, ...file },
    'GET /clients/ana/consistency': { ...NUMBERS, ...numbers },
    'POST /clients/ana/measures': { ...FILE, ...file },
  });
}

const page = async () => {
  const { render } = await import('@testing-library/preact');
  render(
    <main>
      <h1>Ana</h1>
      <OverWeeksPart card={CARD} rows={[]} />
    </main>,
  );
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-30T08:00:00Z') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('each measure says how it changed since the start, and whether that is more than chance', async () => {
  served();
  await page();
  await screen.findByText('6 on Mon 2 Mar, 4 on Mon 30 Mar: −2. Likely a real change, not proof.');
  expect(screen.getByText('3 on Mon 2 Mar, 6 on Mon 30 Mar: +3. A large change.')).toBeTruthy();
  expect(
    screen.getByText('+3 on Mon 30 Mar: better than at the start. Likely a real change, not proof.'),
  ).toBeTruthy();
  expect(
    screen.getByRole('img', { name: 'Average pain and activities on 2 days, from 0 to 10' }),
  ).toBeTruthy();
  expect(screen.getByRole('row', { name: 'Climb the stairs 3 6' })).toBeTruthy();
  expect(screen.getAllByRole('row', { name: 'Mon 30 Mar 4 6 3', hidden: true })).toHaveLength(1);
  expect(document.body.textContent).not.toMatch(/normal/i);
  await expectAccessible();
});

test('a start alone waits for the next, and what is due is said', async () => {
  served({ readings: FILE.readings.slice(0, 1), due: { weeks: 0, measures: ['psfs'] } });
  await page();
  await screen.findByText('6 on Mon 2 Mar. The next one shows the change.');
  expect(screen.getByText('Due at the start: Own activities. The phone asks.')).toBeTruthy();
  expect(screen.getAllByText('Not told yet.')).toHaveLength(2);
  await expectAccessible();
});

test('consistency stands with its number, its band and its formula', async () => {
  served();
  await page();
  await screen.findByText('5 of 6 days practised: 83 %');
  for (const line of [
    'steady',
    '24 min in 7 days',
    '12 of 14 techniques done',
    '3 of 4 weeks with 4 days or more',
  ])
    expect(screen.getByText(line)).toBeTruthy();
  expect(screen.getByText('How these figures are made')).toBeTruthy();
});

test('before the first program nothing is counted, and a week of rest says so', async () => {
  served({ readings: [] }, { ...NONE, weeks_kept: 0, weeks: 0 });
  await page();
  await screen.findAllByText('Not told yet.');
  expect(screen.queryByText('Consistency')).toBeNull();
  cleanup();
  served({}, { ...NONE, weeks: 1 });
  await page();
  await screen.findByText('Nothing was asked for in the last 7 days.');
});

test('asked in the room, each measure is written down, and what is left empty is not', async () => {
  const asked = served();
  await page();
  fireEvent.click(await screen.findByRole('button', { name: 'Ask here' }));
  await expectAccessible();
  const [pain] = screen.getAllByRole('radio', { name: '5' });
  fireEvent.click(pain as HTMLElement);
  fireEvent.change(screen.getByLabelText('Compared with the start'), { target: { value: '-2' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save 2 measures' }));
  await screen.findByRole('button', { name: 'Ask here' });
  expect(asked.filter(({ method }) => method === 'POST').map(said)).toEqual([
    { measure_id: 'pain_avg', values: { avg: 5 } },
    { measure_id: 'groc', values: { change: -2 } },
  ]);
});

test('goals are rated whole, and where none were named the way to the questions is shown', async () => {
  const asked = served();
  await page();
  fireEvent.click(await screen.findByRole('button', { name: 'Ask here' }));
  const [, goal] = screen.getAllByRole('radio', { name: '7' });
  fireEvent.click(goal as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: 'Save 1 measure' }));
  await waitFor(() => expect(asked.at(-1)?.method).toBe('POST'));
  expect(asked.slice(-1).map(said)).toEqual([{ measure_id: 'psfs', values: { 'Climb the stairs': 7 } }]);
  cleanup();
  served({ goals: [], readings: [], due: { weeks: 0, measures: ['pain_avg', 'psfs'] } });
  await page();
  fireEvent.click(await screen.findByRole('button', { name: 'Ask here' }));
  expect(screen.getByRole('link', { name: 'To the questions' }).getAttribute('href')).toBe(
    '/desk/clients/ana/intake',
  );
  expect(screen.queryByLabelText('Compared with the start')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByRole('button', { name: 'Ask here' })).toBeTruthy();
});

test('a server that is away leaves a way to try again', async () => {
  serve({});
  await page();
  const again = await screen.findByRole('button', { name: 'Try again' });
  served();
  fireEvent.click(again);
  expect(await screen.findByText('5 of 6 days practised: 83 %')).toBeTruthy();
});
