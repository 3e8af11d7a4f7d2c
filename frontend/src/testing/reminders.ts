// The client's screen of reminders in a test: her phone, a network that is away but for what a test puts there.
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { type Choice, noChoice, type Proof } from '../domain/reminders';
import * as store from '../store';
import { proof } from '../store/reminders';
import { contentOr } from './content';
import { anasPhone } from './page';
import { aVersion } from './program';
import { pushesAre } from './pushes';

export const ALL = [0, 1, 2, 3, 4, 5, 6];
export const ZONE = store.deviceZone();
export const WELL: Proof = {
  browsers: 1,
  last: null,
  fading: null,
  mail: { state: 'unavailable', address: null },
};

/** What the network answers, by method and path; and what it was asked. */
export const answers: Record<string, unknown> = {};
export const requests: { method: string; path: string; body: unknown }[] = [];

/** Before each test of a file: one o'clock on a Sunday, a program, pushes that are on, and nothing told yet. */
export function onARemindedPhone(): void {
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 22, 13, 0) });
    await anasPhone({ program: aVersion() });
    proof.value = null;
    pushesAre('on');
    for (const key of Object.keys(answers)) delete answers[key];
    requests.length = 0;
    vi.stubGlobal('fetch', contentOr(network));
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });
}

async function network(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const method = init?.method ?? 'GET';
  const key = `${method} ${String(input)}`;
  if (!(key in answers)) throw new TypeError('no network');
  requests.push({ method, path: String(input), body: init?.body ? JSON.parse(String(init.body)) : null });
  const answer = answers[key];
  return answer instanceof Response ? answer : Response.json(answer);
}

export function chosen(change: Partial<Choice>): void {
  const view = store.view.value;
  if (!view) throw new Error('no view');
  const reminders = { ...noChoice(ZONE), ...change, changed_at: '2026-11-20T09:00:00Z' };
  store.view.value = { ...view, reminders };
}

export function told(): Choice | undefined {
  const log = store.logs.value.find((one) => one.kind === 'setting');
  return log?.kind === 'setting' ? (log.value as Choice) : undefined;
}

export const slot = (time: string, days = ALL, enabled = true) => ({ time, days, enabled });
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
