/** The version of the shapes that this app speaks. */
export const APP_SCHEMA = 1;
const TIMEOUT_MS = 20_000;

/** What came back, when it really came from Pith. `body` is null where an answer has none. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** No answer of Pith: no network, a timeout, or somebody else (a hotel's sign-in page) answering in its place. */
export class Unreachable extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, { cause });
    this.name = 'Unreachable';
  }
}

/** Pith answered, and said no. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: Record<string, string>,
    /** Seconds, where the server asks for patience. */
    readonly retryAfter: number | null,
    readonly body: unknown,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * One exchange. Throws Unreachable; every HTTP status is an answer. A success that is not JSON is nobody's answer:
 * captive portals say 200 and send a page.
 */
export async function exchange(fetcher: typeof fetch, path: string, request: Request = {}): Promise<Answer> {
  const response = await send(fetcher, path, request);
  const { status, headers } = response;
  if (status === 204 || status === 304) return { status, headers, body: null };
  const isJson = /^application\/(problem\+)?json\b/i.test(headers.get('content-type') ?? '');
  if (!isJson) {
    if (response.ok || status === 401 || status === 410)
      throw new Unreachable(`an answer of ${status} that is not JSON`);
    return { status, headers, body: null };
  }
  try {
    return { status, headers, body: await response.json() };
  } catch (error) {
    throw new Unreachable('the answer was cut', error);
  }
}

async function send(fetcher: typeof fetch, path: string, request: Request): Promise<Response> {
  const { method = 'GET', body, headers = {} } = request;
  const init: RequestInit = {
    method,
    headers: { accept: 'application/json', 'x-app-schema': String(APP_SCHEMA), ...headers },
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  if (method !== 'GET') {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = JSON.stringify(body ?? {});
  }
  try {
    return await fetcher(path, init);
  } catch (error) {
    throw new Unreachable('no answer', error);
  }
}

/** Seconds of a Retry-After header: a number or a date. Null when there is none that can be read. */
export function retryAfter(headers: Headers, nowMs: number): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - nowMs) / 1000));
}

/** For screens: the body of a success, else ApiError or Unreachable. */
export async function call<T>(path: string, request: Request = {}): Promise<T> {
  const answer = await exchange((input, init) => fetch(input, init), path, request);
  if (answer.status < 400) return answer.body as T;
  throw apiError(answer);
}

function apiError(answer: Answer): ApiError {
  const body = (answer.body ?? {}) as { code?: unknown; message?: unknown; fields?: unknown };
  const code = typeof body.code === 'string' ? body.code : `http_${answer.status}`;
  const message = typeof body.message === 'string' ? body.message : '';
  const fields = (typeof body.fields === 'object' && body.fields !== null ? body.fields : {}) as Record<
    string,
    string
  >;
  return new ApiError(
    answer.status,
    code,
    message,
    fields,
    retryAfter(answer.headers, Date.now()),
    answer.body,
  );
}
