import type { Log, View } from '../domain/types';
import { logHead } from '../sync/head';

export const ANA = {
  client_id: '0192f0c1-0000-7000-8000-00000000000a',
  practice_id: '0192f0c1-0000-7000-8000-0000000000b0',
  device_id: '0192f0c1-0000-7000-8000-0000000000d0',
  name: 'Ana',
  practice_name: "Marit's practice",
  therapist_name: 'Marit',
  timezone: 'Europe/Berlin',
};
export const BEN = { ...ANA, client_id: '0192f0c1-0000-7000-8000-00000000000b', name: 'Ben' };

/** What happens to the next exchange: it may be harmed before, after or instead of the server's work. */
export type Fault =
  | { kind: 'lost' }
  | { kind: 'cut' }
  | { kind: 'answer'; status: number; body?: unknown; text?: string; headers?: Record<string, string> };

interface BatchBody {
  schema: number;
  device_id: string;
  logs: Log[];
}

/** A small server with Pith's own words: stores, answers twice the same, and fails on command. */
export class FakePith {
  stored = new Map<string, string>();
  deleted = new Set<string>();
  poison = new Set<string>();
  refused = new Set<string>();
  faults: Fault[] = [];
  requests: { path: string; method: string; logs: number; bytes: number; headers: Headers }[] = [];
  view: View;
  owner: { client_id: string; practice_id: string } | null = ANA;
  maxItems = Number.POSITIVE_INFINITY;
  minSchema = 1;
  revoked = false;

  constructor(
    public now: () => number,
    view: Partial<View> = {},
  ) {
    this.view = { ...emptyView(), ...view };
  }

  /** A bound stand-in for the browser's `fetch`. */
  readonly fetch: typeof fetch = async (input, init) => {
    const path = String(input);
    const method = init?.method ?? 'GET';
    const body = init?.body ? (JSON.parse(String(init.body)) as BatchBody) : null;
    const headers = new Headers(init?.headers);
    this.requests.push({
      path,
      method,
      logs: body?.logs?.length ?? 0,
      bytes: String(init?.body ?? '').length,
      headers,
    });
    const fault = this.faults.shift();
    if (fault?.kind === 'cut') throw new TypeError('cut');
    if (fault?.kind === 'answer') return answerOf(fault);
    const answer = this.answer(path, method, body, headers);
    if (fault?.kind === 'lost') throw new TypeError('the answer was lost');
    return answer;
  };

  pushes(): number[] {
    return this.requests
      .filter((r) => r.path === '/api/v1/sync/logs' && r.method === 'POST')
      .map((r) => r.logs);
  }

  private answer(path: string, method: string, body: BatchBody | null, headers: Headers): Response {
    if (path === '/api/v1/me') return this.me();
    if (!this.owner) return json(401, { code: 'session_expired', message: 'sign in' });
    if (this.revoked) return json(410, { code: 'client_revoked', wipe: true, ...idsOf(this.owner) });
    if (method === 'POST' && body) return this.take(body);
    if (path === '/api/v1/sync/logs')
      return json(200, { logs: [...this.stored.values()].map((t) => JSON.parse(t)) });
    if (Number(headers.get('x-app-schema')) < this.minSchema) {
      return json(426, { code: 'app_too_old', min_schema: this.minSchema });
    }
    const extra = { date: new Date(this.now()).toUTCString(), 'pith-log-head': logHead(this.window()) };
    const etag = `"${this.view.view_version}"`;
    if (headers.get('if-none-match') === etag)
      return new Response(null, { status: 304, headers: { etag, ...extra } });
    const view = { ...this.view, me: { ...this.view.me, ...this.owner } };
    view.log_window = { from: '2026-09-23', ids: this.window() };
    return json(200, view, { etag, ...extra });
  }

  private me(): Response {
    if (!this.owner) return json(401, { code: 'session_expired', message: 'sign in' });
    const { client_id, practice_id } = this.owner;
    return json(200, { kind: 'client', id: client_id, practice_id });
  }

  private window(): string[] {
    return [...this.stored.keys()];
  }

  private take(body: BatchBody): Response {
    if (body.logs.length > this.maxItems) return json(413, { code: 'too_large', max_bytes: 262_144 });
    const results = body.logs.map((log) => {
      const text = JSON.stringify(log);
      const known = this.stored.get(log.id);
      if (this.deleted.has(log.id)) return { id: log.id, status: 'deleted' };
      if (this.poison.has(log.id)) return { id: log.id, status: 'retry', code: 'server_error' };
      if (this.refused.has(log.id))
        return { id: log.id, status: 'rejected', code: 'unknown_field', field: 'colour' };
      if (known !== undefined) return { id: log.id, status: known === text ? 'duplicate' : 'conflict' };
      this.stored.set(log.id, text);
      return { id: log.id, status: 'stored' };
    });
    return json(200, { server_time: new Date(this.now()).toISOString(), results });
  }
}

function idsOf(owner: { client_id: string; practice_id: string }) {
  return { client_id: owner.client_id, practice_id: owner.practice_id };
}

function answerOf(fault: Extract<Fault, { kind: 'answer' }>): Response {
  if (fault.text !== undefined) {
    return new Response(fault.text, { status: fault.status, headers: { 'content-type': 'text/html' } });
  }
  return json(fault.status, fault.body ?? { code: `http_${fault.status}`, message: '' }, fault.headers);
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

export function emptyView(): View {
  return {
    schema: 1,
    view_version: 'v1',
    server_time: '2026-11-22T07:00:00Z',
    min_schema: 1,
    me: {
      client_id: ANA.client_id,
      practice_id: ANA.practice_id,
      name: ANA.name,
      timezone: ANA.timezone,
      language: 'en',
      practice_name: ANA.practice_name,
      therapist_name: ANA.therapist_name,
      emergency_number: '112',
      consent_version: 1,
      consent_required: 1,
    },
    program: null,
    earlier: [],
    gate: { open: true, by: 'Marit', at: '2026-11-20T09:00:00Z' },
    flags: [],
    decisions: [],
    messages: [],
    log_window: { from: '2026-09-23', ids: [] },
    limits: { max_items: 100, max_bytes: 262_144 },
  };
}
