import { cleanup, render } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { act } from 'preact/test-utils';
import { LocationProvider } from 'preact-iso';
import { vi } from 'vitest';
import type { Item, Profile, View } from '../domain/types';
import { becomeProfile, openStore, wipe } from '../store';
import { clientDb, writeStrictly } from '../store/db';
import { aVersion } from './plans';

const WHO: Profile = {
  client_id: '0192f0c1-0000-7000-8000-00000000000a',
  practice_id: '0192f0c1-0000-7000-8000-0000000000b0',
  device_id: '0192f0c1-0000-7000-8000-0000000000d0',
  name: 'Ana',
  practice_name: 'Practice by the lake',
  therapist_name: 'Mara Stein',
  timezone: 'Europe/Berlin',
};

/** A Monday. */
export const START = Date.parse('2026-11-23T07:00:00Z');

/** Time stands until a test moves it; the small database keeps its own pace. */
export function stopTime(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'], now: START });
}

export async function passTime(seconds: number): Promise<void> {
  await act(async () => {
    vi.advanceTimersByTime(seconds * 1000);
  });
}

/** Hidden for a while: no timer runs, the clocks do. */
export async function hideFor(seconds: number): Promise<void> {
  await see('hidden');
  await passTime(seconds);
  await see('visible');
}

async function see(state: 'hidden' | 'visible'): Promise<void> {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** A phone that holds a program, freshly opened. */
export async function aPhone(items: Item[], change: Partial<View> = {}): Promise<void> {
  await wipe();
  await becomeProfile(WHO);
  const db = await clientDb(WHO);
  const view = { ...viewOf(items), ...change };
  await writeStrictly(db, ['view'], async (tx) => {
    await tx.rows('view').put({ etag: '"1"', view, stored_at: '2026-11-23T06:00:00Z' }, 'current');
  });
  await openStore();
}

/** Tries until it holds, in real time: the database does not stand still with the clock. */
export async function until(check: () => void | Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await act(async () => check());
      return;
    } catch (error) {
      if (tries === 400) throw error;
      await new Promise((resume) => setTimeout(resume, 10));
    }
  }
}

/**
 * The page is gone and its last writes are done: the database takes turns, so ours come after them, and what a
 * write of the page set off comes before our next.
 */
export async function closePage(): Promise<void> {
  cleanup();
  const db = await clientDb(WHO);
  for (let turn = 0; turn < 4; turn += 1) {
    await writeStrictly(db, ['draft', 'logs', 'outbox'], async (tx) => {
      await tx.rows('draft').getAllKeys();
    });
    await new Promise((resume) => setTimeout(resume, 5));
  }
  vi.useRealTimers();
}

export async function stored(store: 'logs' | 'outbox' | 'draft'): Promise<unknown[]> {
  const db = await clientDb(WHO);
  return db.getAll(store);
}

export function open(Page: ComponentType, path: string) {
  history.replaceState(null, '', path);
  return render(
    <LocationProvider>
      <Page />
    </LocationProvider>,
  );
}

function viewOf(items: Item[]): View {
  return {
    schema: 1,
    view_version: '1',
    server_time: '2026-11-23T06:00:00Z',
    min_schema: 1,
    me: {
      client_id: WHO.client_id,
      practice_id: WHO.practice_id,
      name: 'Ana',
      timezone: WHO.timezone,
      language: 'en',
      practice_name: WHO.practice_name,
      therapist_name: WHO.therapist_name,
      emergency_number: '112',
      consent_version: 1,
      consent_required: 1,
    },
    program: aVersion(items, { starts_on: '2026-11-20' }),
    earlier: [],
    gate: { open: true, by: 'Mara Stein', at: '2026-11-01T09:00:00Z' },
    flags: [],
    decisions: [],
    messages: [],
    log_window: { from: '2026-09-24', ids: [] },
    limits: { max_items: 100, max_bytes: 262_144 },
  };
}
