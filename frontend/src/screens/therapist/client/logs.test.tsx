import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { LogRow } from '../../../domain/desk/course';
import { openLogs } from '../../../store/desk';
import { ana, firstVersion, practised, stoppedLog } from '../../../testing/desk-samples';
import { desk } from '../../../text/desk';
import { Logs } from './logs';

afterEach(() => {
  cleanup();
  openLogs.value = null;
});

it('marks as new what the server counted as new, and nothing older', () => {
  const row = (seq: number, kind: string, more: object) =>
    ({ ...practised, seq, log: { ...practised.log, id: `l${seq}`, kind, ...more } }) as LogRow;
  const read = row(10, 'read', { what: 'program', ref: '1' });
  const body = row(9, 'body', { marks: [] });
  openLogs.value = { client_id: 'c1', rows: [read, body, stoppedLog, practised], next: null };
  render(<Logs id="c1" card={ana} program={firstVersion} fresh={2} />);
  const marks = screen.getAllByText(desk.client.logs.newMark);
  expect(marks.map((mark) => mark.closest('li')?.textContent)).toEqual([
    expect.stringContaining('Sharp pain'),
    expect.stringContaining('Body map'),
  ]);
});

it('tells the answers of one day in one line', () => {
  const answer = (seq: number, voided: boolean) =>
    ({ ...practised, seq, voided, log: { ...practised.log, id: `l${seq}`, kind: 'intake' } }) as LogRow;
  const rows = [answer(12, false), answer(11, false), answer(10, true), practised];
  openLogs.value = { client_id: 'c1', rows, next: null };
  render(<Logs id="c1" card={ana} program={firstVersion} fresh={0} />);
  expect(screen.getAllByText(desk.client.logs.intake(2))).toHaveLength(1);
  expect(screen.getByText(desk.client.logs.intake(1)).closest('li')?.textContent).toContain(
    desk.client.logs.voided,
  );
});
