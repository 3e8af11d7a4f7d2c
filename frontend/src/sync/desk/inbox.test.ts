import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Inbox } from '../../domain/desk/inbox';
import * as desk from '../../store/desk';
import { inboxOf, question, sharp } from '../../testing/desk-inbox';
import { marit } from '../../testing/desk-samples';
import { closeItem, refreshInbox, reopenItem } from './inbox';

/** Calls that wait for their answer, in the order in which they were made. */
interface Call {
  path: string;
  answer: (status: number, body?: unknown) => Promise<void>;
}
let calls: Call[];

beforeEach(() => {
  calls = [];
  vi.stubGlobal('fetch', (address: string) => {
    return new Promise<Response>((done) => {
      const answer = async (status: number, body?: unknown) => {
        const headers = { 'content-type': 'application/json' };
        done(new Response(body === undefined ? null : JSON.stringify(body), { status, headers }));
        await settled();
      };
      calls.push({ path: address.replace('/api/v1', ''), answer });
    });
  });
  desk.welcome(marit);
});
afterEach(() => {
  desk.forgetDesk();
  vi.unstubAllGlobals();
});

const settled = () => new Promise((done) => setTimeout(done));
const shown = () => desk.inbox.value?.items.map((item) => item.client.name);
const paths = () => calls.map((call) => call.path);

async function open(inbox: Inbox): Promise<void> {
  const reading = refreshInbox();
  await settled();
  await calls.pop()?.answer(200, inbox);
  await reading;
}

function close(id: string): Promise<unknown> {
  return closeItem(id, 'seen').catch((error: unknown) => error);
}

it('shows everything again of what could not be closed, not only what failed last', async () => {
  await open(inboxOf(sharp, question));
  const both = [close(sharp.id), close(question.id)];
  await settled();
  expect(shown()).toEqual([]);
  await calls[0]?.answer(503, { code: 'busy', message: '' });
  await calls[1]?.answer(503, { code: 'busy', message: '' });
  await Promise.all(both);
  expect(shown()).toEqual(['Jonas', 'Lea']);
});

it('keeps closed what was closed while another one failed', async () => {
  await open(inboxOf(sharp, question));
  const both = [close(sharp.id), close(question.id)];
  await settled();
  await calls[0]?.answer(503, { code: 'busy', message: '' });
  await calls[1]?.answer(204);
  await Promise.all(both);
  expect(shown()).toEqual(['Jonas']);
});

it('does not bring back what is on its way when the list comes in', async () => {
  await open(inboxOf(sharp, question));
  const closing = close(sharp.id);
  await settled();
  const reading = refreshInbox();
  await settled();
  await calls[1]?.answer(200, inboxOf(sharp, question));
  await reading;
  expect(shown()).toEqual(['Lea']);
  await calls[0]?.answer(204);
  await closing;
  expect(shown()).toEqual(['Lea']);
});

it('puts back only after the closing has arrived: nothing overtakes', async () => {
  await open(inboxOf(question));
  const closing = close(question.id);
  const putting = reopenItem(question.id);
  await settled();
  expect(paths()).toEqual(['/inbox/close']);
  await calls[0]?.answer(204);
  await closing;
  await settled();
  expect(paths()).toEqual(['/inbox/close', '/inbox/reopen']);
  await calls[1]?.answer(204);
  await calls[2]?.answer(200, inboxOf(question));
  await putting;
  expect(shown()).toEqual(['Lea']);
});
