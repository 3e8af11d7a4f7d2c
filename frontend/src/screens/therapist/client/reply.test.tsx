import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LogRow } from '../../../domain/desk/course';
import { openLogs } from '../../../store/desk';
import { expectAccessible } from '../../../testing/axe';
import { ana, firstVersion, practised } from '../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../testing/desk-server';
import { Logs } from './logs';

const TEXT = 'Go softer on the left for three days.';
const REPLY = { text: TEXT, at: '2026-11-21T10:00:00Z', by: { id: 't1', name: 'Vera Holm' }, read_at: null };
const DOOR = `POST /clients/${ana.id}/logs/l1/answer`;
const question = {
  ...practised,
  seq: 8,
  log: { ...practised.log, id: 'l2', kind: 'question', text: 'Ice or warmth?' },
} as LogRow;

let asked: Asked[];

beforeEach(() => {
  openLogs.value = { client_id: ana.id, rows: [practised], next: null };
});
afterEach(() => {
  cleanup();
  openLogs.value = null;
});

async function page(rows: LogRow[] = [practised]): Promise<void> {
  openLogs.value = { client_id: ana.id, rows, next: null };
  render(
    <main>
      <h1>Ana</h1>
      <Logs id={ana.id} card={ana} program={firstVersion} fresh={0} />
    </main>,
  );
}

async function write(text: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: 'Answer' }));
  fireEvent.input(screen.getByLabelText('Your answer'), { target: { value: text } });
  await expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Send the answer' }));
}

it('is written on the entry that it answers and stands there, with who, when and that it is not read', async () => {
  asked = serve({ [DOOR]: REPLY });
  await page();
  await write(TEXT);
  expect(await screen.findByText(TEXT)).toBeTruthy();
  expect(screen.getByText(/Vera Holm answered .* · not read yet/)).toBeTruthy();
  expect(asked.map(({ body }) => body)).toEqual([{ text: TEXT }]);
  expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
  await expectAccessible();
});

it('says when it was read', async () => {
  await page([{ ...practised, reply: { ...REPLY, read_at: '2026-11-21T18:30:00Z' } }]);
  expect(screen.getByText(/· read /)).toBeTruthy();
  expect(screen.queryByText(/not read yet/)).toBeNull();
});

it('is offered for words to somebody, and for nothing else', async () => {
  const silent = { ...practised, seq: 6, log: { ...practised.log, id: 'l0', word: null } } as LogRow;
  const back = { ...question, seq: 9, voided: true, log: { ...question.log, id: 'l3' } } as LogRow;
  await page([back, question, practised, silent]);
  expect(screen.getAllByRole('button', { name: 'Answer' })).toHaveLength(2);
});

it('is kept in its field when it does not get through', async () => {
  asked = serve({ [DOOR]: new Status(500) });
  await page();
  await write(TEXT);
  expect(await screen.findByRole('button', { name: 'Send the answer' })).toBeTruthy();
  expect((screen.getByLabelText('Your answer') as HTMLTextAreaElement).value).toBe(TEXT);
});

it('stays beside the answer of a colleague who was quicker', async () => {
  const quicker = { ...REPLY, text: 'Rest it.', by: { id: 't2', name: 'Mara' } };
  asked = serve({
    [DOOR]: new Status(409, { code: 'answered', message: '' }),
    [`GET /clients/${ana.id}/logs`]: { logs: [{ ...practised, reply: quicker }], next: null },
  });
  await page();
  await write(TEXT);
  expect(await screen.findByText('Rest it.')).toBeTruthy();
  expect(screen.getByText('Somebody has answered this already.')).toBeTruthy();
  expect(screen.getByText(TEXT)).toBeTruthy();
});

it('is not sent empty, and can be left', async () => {
  asked = serve({});
  await page();
  fireEvent.click(screen.getByRole('button', { name: 'Answer' }));
  fireEvent.input(screen.getByLabelText('Your answer'), { target: { value: '  ' } });
  expect(screen.getByRole('button', { name: 'Send the answer' })).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.getByRole('button', { name: 'Answer' })).toBeTruthy();
  expect(asked).toEqual([]);
});
