import { type Answer, exchange } from '../api/client';
import { receiptLog } from '../domain/client-logs';
import type { View } from '../domain/types';
import { adoptLogs, keepView, knownIds, sentIds } from '../store/arrived';
import { readMeta, writeMeta } from '../store/meta';
import { requeue } from '../store/outbox';
import { readView as storedView } from '../store/view';
import { logHead, windowFrom } from './head';
import { DONE, type Outcome, type PullPorts, stopOn } from './outcome';
import { readLogs, readView } from './wire';

const HEADS = 'log_heads';

/** The pair of heads that was looked into last; the same pair again is no news. */
interface Heads {
  theirs: string;
  ours: string;
}

/** Fetches what flows down, and compares what flowed up. */
export async function pullView(ports: PullPorts): Promise<Outcome> {
  const stored = await storedView(ports.db);
  const answer = await askForView(ports, stored?.etag ?? null);
  if (answer.status === 304) return compare(ports, answer, null);
  if (answer.status !== 200) return stopOn(answer, ports);
  const view = await take(ports, answer);
  if (!view) return { kind: 'later', retryAfter: null, reached: false };
  if (view === 'somebody else') return { kind: 'signed_out' };
  return compare(ports, answer, view);
}

function askForView(ports: PullPorts, etag: string | null): Promise<Answer> {
  const headers: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
  return exchange(ports.fetch, '/api/v1/sync', { headers });
}

async function take(ports: PullPorts, answer: Answer): Promise<View | 'somebody else' | null> {
  const view = readView(answer.body);
  if (!view) return null;
  const { client_id, practice_id } = ports.profile;
  if (view.me.client_id !== client_id || view.me.practice_id !== practice_id) return 'somebody else';
  const etag = answer.headers.get('etag') ?? `"${view.view_version}"`;
  const before = await storedView(ports.db);
  const isNew = view.program !== null && view.program.number !== before?.view.program?.number;
  const told =
    isNew && view.program ? receiptLog(view.program.number, ports.newId(), ports.now(), ports.zone()) : null;
  await keepView(ports.db, { view, etag, stored_at: new Date(ports.now()).toISOString() }, told);
  return view;
}

/** A server that was restored from a backup has lost logs: its head differs from ours, also behind a 304. */
async function compare(ports: PullPorts, answer: Answer, view: View | null): Promise<Outcome> {
  const theirs = answer.headers.get('pith-log-head');
  const from = windowFrom(answer.headers.get('date')) ?? view?.log_window.from ?? null;
  if (theirs === null || from === null) return DONE;
  const ours = logHead(await sentIds(ports.db, from));
  if (theirs.toLowerCase() === ours) return DONE;
  const seen = await readMeta<Heads>(ports.db, HEADS);
  if (seen && seen.theirs === theirs && seen.ours === ours) return DONE;
  if (view) return mend(ports, view, theirs);
  const full = await askForView(ports, null);
  if (full.status !== 200) return stopOn(full, ports);
  const fetched = await take(ports, full);
  if (!fetched) return { kind: 'later', retryAfter: null, reached: false };
  if (fetched === 'somebody else') return { kind: 'signed_out' };
  return mend(ports, fetched, full.headers.get('pith-log-head') ?? theirs);
}

async function mend(ports: PullPorts, view: View, theirs: string): Promise<Outcome> {
  const { from, ids } = view.log_window;
  const there = new Set(ids);
  const sent = await sentIds(ports.db, from);
  const lost = sent.filter((id) => !there.has(id));
  await requeue(ports.db, lost, new Date(ports.now()).toISOString());
  const known = await knownIds(ports.db);
  if (ids.some((id) => !known.has(id))) {
    const outcome = await adopt(ports);
    if (outcome.kind !== 'done') return outcome;
  }
  // Logs at the very edge of the window may count on one side only; the same pair of heads is not asked about twice.
  const ours = logHead(await sentIds(ports.db, from));
  if (lost.length === 0) await writeMeta(ports.db, HEADS, { theirs, ours } satisfies Heads);
  return DONE;
}

/** Another phone of the same client, or this one after a loss: the history comes back. */
async function adopt(ports: PullPorts): Promise<Outcome> {
  const answer = await exchange(ports.fetch, '/api/v1/sync/logs');
  if (answer.status !== 200) return stopOn(answer, ports);
  const logs = readLogs(answer.body);
  if (!logs) return { kind: 'later', retryAfter: null, reached: false };
  await adoptLogs(ports.db, logs);
  return DONE;
}
