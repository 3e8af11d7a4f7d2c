/** A server of a few lines for the desk's screens: answers by method and path, and remembers what was asked. */
import { vi } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  query: string;
  body: unknown;
}
/** What was said, without the name under which it stands once. */
export function said({ body }: Asked): unknown {
  const { id: _name, ...words } = body as { id?: string };
  return words;
}

type Answer = unknown | ((asked: Asked) => unknown);

/** An answer with another status than 200. */
export class Status {
  constructor(
    readonly status: number,
    readonly body: unknown = null,
  ) {}
}

/** Stubs `fetch`. Keys are "GET /clients"; what has no answer is a 404, as on the real server. */
export function serve(answers: Record<string, Answer>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const [path = '', query = ''] = input.replace('/api/v1', '').split('?');
    const method = init.method ?? 'GET';
    const body = init.body instanceof Blob ? init.body : init.body ? JSON.parse(String(init.body)) : null;
    const request = { method, path, query, body };
    asked.push(request);
    const known = answers[`${method} ${path}`] ?? new Status(404, { code: 'not_found', message: '' });
    const answer: unknown = typeof known === 'function' ? known(request) : known;
    const { status, body: told } = answer instanceof Status ? answer : { status: 200, body: answer };
    return new Response(status === 204 ? null : JSON.stringify(told), {
      status,
      headers: { 'content-type': 'application/json' },
    });
  });
  return asked;
}
