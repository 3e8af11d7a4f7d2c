import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { LogRow, StoredLog } from '../../../domain/desk/course';
import type { HoldEntry, HurtLog, SessionEntry, SessionLog } from '../../../domain/logs';
import { expectAccessible } from '../../../testing/axe';
import { firstVersion, practised, stoppedLog } from '../../../testing/desk-samples';
import { LogEntry } from './log-entry';

const session = practised.log as SessionLog;
const [left] = session.items as [SessionEntry];
const hold = (start: number | null, discomfort: number | null, end: number | null): HoldEntry => ({
  spot: 1,
  start,
  discomfort,
  end,
});

afterEach(cleanup);

function show(log: StoredLog, row: LogRow = practised) {
  render(
    <main>
      <h1>Ana</h1>
      <ul>
        <LogEntry
          row={{ ...row, log }}
          zone="Europe/Berlin"
          program={firstVersion}
          fresh={false}
          small={false}
        />
      </ul>
    </main>,
  );
}

const told = () => screen.getAllByRole('listitem', { hidden: true }).map((item) => item.textContent);

it('tells how tender each side was, the most in between, and what stopped one', async () => {
  const right: SessionEntry = { ...left, side: 'right', done_s: 9, outcome: 'stopped', softening: null };
  show({
    ...session,
    items: [
      { ...left, softening: { start: 6, end: 3 }, holds: [hold(6, 5, 3)] },
      { ...right, holds: [hold(7, 8, null)] },
    ],
  });
  expect(told().slice(1)).toEqual([
    'Neck and shoulder at the wall, left, level 1 · 24 s · tender 6 to 3, peak 5',
    'Neck and shoulder at the wall, right, level 1 · 9 s / 24 s · tender 7 at first, stopped at 8',
  ]);
  await expectAccessible();
});

it('tells it of the whole practice without anything being opened', () => {
  show({ ...session, items: [{ ...left, softening: { start: 6, end: 3 }, holds: [hold(6, 5, 3)] }] });
  expect(screen.getByText('warmth · tender 6 to 3, peak 5')).toBeTruthy();
});

it('says only what was told', () => {
  show({ ...session, sensations: [], items: [{ ...left, softening: null }] });
  expect(screen.queryByText(/tender|peak/)).toBeNull();
  cleanup();
  show({ ...session, sensations: [], items: [{ ...left, softening: null, holds: [hold(null, null, 2)] }] });
  expect(screen.getByText('tender 2 in the end')).toBeTruthy();
});

it('tells how strong a pain was that stopped, where it was a number', () => {
  show({ ...(stoppedLog.log as HurtLog), discomfort: 8 });
  expect(screen.getByText('right · level 1 · after 42 s · 8 of 10 · program 1')).toBeTruthy();
});

it('says the pain that was told, and no number for what was not', () => {
  show({ ...session, pain_before: null, pain_after: 3 });
  expect(screen.getByText('after 3')).toBeTruthy();
  cleanup();
  show({ ...session, pain_before: 5, pain_after: 3 });
  expect(screen.getByText('before 5 → after 3')).toBeTruthy();
});

it('tells the pain before a practice that was too strong for pressure', () => {
  const check = { ...session, kind: 'check', answers: { d3: 9 } } as unknown as StoredLog;
  show(check);
  expect(screen.getByText('Pain 9 before the start. Only what does not press was offered.')).toBeTruthy();
  cleanup();
  show({ ...check, answers: { d1: true } } as unknown as StoredLog);
  expect(screen.getByText('Daily check answered')).toBeTruthy();
});
