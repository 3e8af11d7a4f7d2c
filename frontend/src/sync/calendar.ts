import { ApiError, call, Unreachable } from '../api/client';
import { unsent } from '../store/state';
import { syncNow } from '.';

/** Since when a private feed is open; null: none is. */
export interface Feed {
  made_at: string | null;
}

/** Its address, told this once: as calendars open it, and to be copied. */
export interface NewFeed {
  url: string;
  link: string;
}

const FEED = '/api/v1/reminders/feed';

/** Null when nobody answers. */
export function fetchFeed(): Promise<Feed | null> {
  return attempt(() => call<Feed>(FEED));
}

/** A new address; the one before ends. */
export function makeFeed(): Promise<NewFeed | null> {
  return attempt(() => call<NewFeed>(FEED, { method: 'POST' }));
}

export async function endFeed(): Promise<boolean> {
  const done = await attempt(() => call<null>(FEED, { method: 'DELETE' }).then(() => true));
  return done === true;
}

/** Whether the practice can give the calendar as this phone last chose it: all is told, and it answers. */
export async function calendarReady(): Promise<boolean> {
  await syncNow();
  return unsent.value === 0 && (await fetchFeed()) !== null;
}

async function attempt<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ApiError || error instanceof Unreachable) return null;
    throw error;
  }
}
