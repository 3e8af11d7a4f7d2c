import { type Answer, APP_SCHEMA, exchange } from '../api/client';
import type { OutboxEntry } from '../store/db';
import { type ItemResult, nextEntries, park, settle } from '../store/outbox';
import { DONE, type Outcome, type Ports, stopOn } from './outcome';
import { codeOf, maxBytesOf, readResults } from './wire';

interface Limits {
  items: number;
  bytes: number;
}

interface Batch {
  entries: OutboxEntry[];
  body: Record<string, unknown>;
}

/**
 * Sends what is waiting, oldest first, until the outbox is empty or the server cannot be asked any further.
 * `turned` collects what had its turn: no log is sent twice in one run.
 */
export async function pushAll(
  ports: Ports,
  given: { max_items: number; max_bytes: number },
  turned: Set<string>,
): Promise<Outcome> {
  const limits: Limits = { items: given.max_items, bytes: given.max_bytes };
  let refusedAlone = 0;
  for (;;) {
    const batch = await nextBatch(ports, limits, turned);
    if (batch === null) return DONE;
    const answer = await exchange(ports.fetch, '/api/v1/sync/logs', { method: 'POST', body: batch.body });
    if (answer.status === 200) {
      const results = readResults(answer.body);
      if (!results || !answersAny(results, batch)) return { kind: 'later', retryAfter: null, reached: false };
      await settle(ports.db, results);
      for (const entry of batch.entries) turned.add(entry.id);
    } else if (answer.status === 413) {
      await shrink(ports, limits, batch, answer);
    } else if (answer.status === 400 || answer.status === 422) {
      // The whole batch was refused, so one log may be spoiling it for the others: look for it by halves.
      if (batch.entries.length > 1) {
        limits.items = Math.floor(batch.entries.length / 2);
        continue;
      }
      await countTry(ports, batch, answer, turned);
      refusedAlone += 1;
      // Two in a row that are refused alone: it is not the logs, it is the server. Nothing more is marked today.
      if (refusedAlone > 1) return stopOn(answer, ports);
    } else {
      return stopOn(answer, ports);
    }
  }
}

async function nextBatch(ports: Ports, limits: Limits, turned: ReadonlySet<string>): Promise<Batch | null> {
  const entries = await nextEntries(ports.db, limits.items, turned);
  if (entries.length === 0) return null;
  const envelope = {
    schema: APP_SCHEMA,
    device_id: ports.profile.device_id,
    batch_id: ports.newId(),
    device_time: new Date(ports.now()).toISOString(),
  };
  const fitting = asManyAsFit(entries, limits.bytes - sizeOf({ ...envelope, logs: [] }));
  return { entries: fitting, body: { ...envelope, logs: fitting.map((entry) => entry.log) } };
}

/** As many of the oldest entries as fit; at least one, because only the server may call a single log too large. */
function asManyAsFit(entries: OutboxEntry[], room: number): OutboxEntry[] {
  let used = 0;
  const count = entries.findIndex((entry) => {
    used += sizeOf(entry.log) + 1;
    return used > room;
  });
  return count === -1 ? entries : entries.slice(0, Math.max(1, count));
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function answersAny(results: readonly ItemResult[], batch: Batch): boolean {
  const answered = new Set(results.map((result) => result.id));
  return batch.entries.some((entry) => answered.has(entry.id));
}

async function shrink(ports: Ports, limits: Limits, batch: Batch, answer: Answer): Promise<void> {
  const [only] = batch.entries;
  if (batch.entries.length === 1 && only) {
    await park(ports.db, only.id, 'too_large');
    return;
  }
  limits.items = Math.floor(batch.entries.length / 2);
  limits.bytes = maxBytesOf(answer.body) ?? limits.bytes;
}

async function countTry(ports: Ports, batch: Batch, answer: Answer, turned: Set<string>): Promise<void> {
  for (const { id } of batch.entries) {
    await settle(ports.db, [{ id, status: 'retry', code: codeOf(answer.body) ?? `http_${answer.status}` }]);
    turned.add(id);
  }
}
