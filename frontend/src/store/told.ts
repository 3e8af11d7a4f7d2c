import { clientDb } from './db';
import { attention, logs, profile, unsentLogs } from './index';
import { readMeta, writeMeta } from './meta';
import { unkept } from './screening';

/** `waiting`: on this phone only. `refused`: the practice did not take it, or the phone could not keep it. */
export interface Told {
  state: 'told' | 'waiting' | 'refused';
  /** When the practice had all of it, as far as this phone saw it. */
  at: string | null;
}

const KEY = 'told_at';
/** What was seen waiting since this page was opened: only then is the moment known at which it went. */
const waited = new Set<string>();

/** Whether the practice knows what these flag entries say. What was raised there is known there. */
export async function whetherTold(entries: readonly string[]): Promise<Told> {
  const ids = [...new Set(entries.map((id) => id.split(':')[0] as string))];
  const unsent = new Set((await unsentLogs()).map(({ id }) => id));
  const refused = new Set(attention.value.map(({ id }) => id));
  const isLost = (id: string) =>
    refused.has(id) || (unkept.value && !logs.value.some((log) => log.id === id));
  const waiting = ids.filter((id) => unsent.has(id));
  for (const id of waiting) waited.add(id);
  if (ids.some(isLost)) return { state: 'refused', at: null };
  if (waiting.length > 0) return { state: 'waiting', at: null };
  const times = await timesOf(ids);
  const known = ids.flatMap((id) => times[id] ?? []);
  return { state: 'told', at: known.length < ids.length ? null : (known.sort().at(-1) ?? null) };
}

async function timesOf(ids: readonly string[]): Promise<Record<string, string>> {
  const who = profile.value;
  if (!who) return {};
  const db = await clientDb(who);
  const before = (await readMeta<Record<string, string>>(db, KEY)) ?? {};
  const fresh = ids.filter((id) => waited.has(id) && !before[id]);
  if (fresh.length === 0) return before;
  const now = new Date().toISOString();
  const times = { ...before, ...Object.fromEntries(fresh.map((id) => [id, now])) };
  await writeMeta(db, KEY, times);
  return times;
}
