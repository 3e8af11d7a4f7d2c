/** One request of the desk, and one kind of failure that a screen can put into words. */
import { type Answer, exchange, type Request, retryAfter, Unreachable } from './client';

export type Trouble =
  | 'offline'
  | 'signed_out'
  | 'invalid'
  | 'conflict'
  | 'not_found'
  | 'not_allowed'
  | 'limited'
  | 'server';

export class Refused extends Error {
  constructor(
    readonly trouble: Trouble,
    /** The server's own code, e.g. `base_version_stale`; empty when it could not be reached. */
    readonly code: string,
    readonly fields: Record<string, string>,
    readonly body: Record<string, unknown>,
    /** Seconds to wait, where the server said so. */
    readonly wait: number,
  ) {
    super(`${trouble} ${code}`.trim());
    this.name = 'Refused';
  }
}

const TROUBLES: Record<number, Trouble> = {
  400: 'invalid',
  401: 'signed_out',
  403: 'not_allowed',
  404: 'not_found',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'limited',
};

type Method = NonNullable<Request['method']>;

/**
 * Sends one request under `/api/v1` and resolves with its JSON (null for 204).
 * @throws Refused whenever there is no answer or the answer is no
 */
export async function call<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const answer = await ask(method, path, body);
  if (answer.status < 400) return answer.body as T;
  throw refusal(answer);
}

async function ask(method: Method, path: string, body: unknown): Promise<Answer> {
  try {
    return await exchange((input, init) => fetch(input, init), `/api/v1${path}`, { method, body });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    throw new Refused('offline', '', {}, {}, 0);
  }
}

/** What an answer that says no means to a screen. */
export function refusal(answer: Answer): Refused {
  const body = isRecord(answer.body) ? answer.body : {};
  const fields = isRecord(body.fields) ? body.fields : {};
  const words = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
  return new Refused(
    TROUBLES[answer.status] ?? 'server',
    String(body.code ?? ''),
    Object.fromEntries(words),
    body,
    retryAfter(answer.headers, Date.now()) ?? 0,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
