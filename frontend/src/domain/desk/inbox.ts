/** The inbox at the desk: what waits, what closing one thing leaves, and which key does what. */

export type Rank = 'urgent' | 'stop' | 'reaction' | 'worsening' | 'question' | 'silence' | 'review' | 'info';
export type Outcome = 'answered' | 'adjusted' | 'called' | 'seen' | 'nothing_to_do';

/** In the order of the keys 1 to 5. */
export const OUTCOMES: readonly Outcome[] = ['answered', 'adjusted', 'called', 'seen', 'nothing_to_do'];

/** A code and its facts; what stands in it depends on the code. */
export type Why = { code: string } & Record<string, unknown>;

interface Head {
  id: string;
  client: { id: string; name: string; timezone: string };
  rank: Rank;
  cause: string;
  since: string;
  why: Why;
}

export interface Item extends Head {
  log_id: string | null;
  decision_id: string | null;
  answerable: boolean;
  /** Of a client whom she was given; else of one whom she sees as the owner, or stands in for. */
  mine: boolean;
}

export interface Closed extends Head {
  outcome: Outcome;
  by: string;
  closed_at: string;
}

/** One thing of the past of a client: it waits still, or was closed. `source_id`: the log, decision or week behind it. */
export interface Alert extends Head {
  source_id: string;
  outcome: Outcome | null;
  by: string | null;
  closed_at: string | null;
}

export interface Inbox {
  items: Item[];
  closed_today: Closed[];
  covering: { therapist_id: string; name: string; until: string }[];
  counts: { open: number; clients: number; fine: number; closed_today: number };
}

/** The inbox without one item, before the server has said so. */
export function closing(inbox: Inbox, id: string, outcome: Outcome, by: string, at: string): Inbox {
  const gone = inbox.items.find((item) => item.id === id);
  if (!gone) return inbox;
  const items = inbox.items.filter((item) => item !== gone);
  const { client, rank, cause, since, why } = gone;
  const closed: Closed = { id, client, rank, cause, since, why, outcome, by, closed_at: at };
  const waits = items.some((item) => item.client.id === client.id);
  return {
    ...inbox,
    items,
    closed_today: [closed, ...inbox.closed_today],
    counts: {
      open: items.length,
      clients: inbox.counts.clients - (waits ? 0 : 1),
      fine: inbox.counts.fine + (waits ? 0 : 1),
      closed_today: inbox.counts.closed_today + 1,
    },
  };
}

/** The item to go to from one: the next below (1) or above (-1), and where one is closed, what takes its place. */
export function neighbour(ids: readonly string[], from: string | null, step: 1 | -1): string | null {
  const place = from === null ? -1 : ids.indexOf(from);
  if (place === -1) return ids[0] ?? null;
  return ids[Math.min(Math.max(place + step, 0), ids.length - 1)] as string;
}

/** Where the keyboard goes once this item is closed: to the one below, else to the one above. */
export function after(ids: readonly string[], closed: string): string | null {
  const place = ids.indexOf(closed);
  return ids[place + 1] ?? ids[place - 1] ?? null;
}

export type Act = { go: 1 | -1 } | { close: Outcome };

/** What a key means in the list; null for every other key. */
export function actOf(key: string): Act | null {
  if (key === 'j') return { go: 1 };
  if (key === 'k') return { go: -1 };
  const outcome = /^[1-5]$/.test(key) ? OUTCOMES[Number(key) - 1] : undefined;
  return outcome ? { close: outcome } : null;
}
