import { type Answer, retryAfter } from '../api/client';
import type { Profile } from '../domain/types';
import type { ClientDb } from '../store/db';
import { codeOf, revokes } from './wire';

/** Everything that the engine needs from the world, so that every rule can be proven without one. */
export interface Ports {
  db: ClientDb;
  profile: Profile;
  fetch: typeof fetch;
  /** Milliseconds since 1970, as this device believes. */
  now: () => number;
  newId: () => string;
}

/** Reading the view also writes a receipt, which needs the day that is lived here. */
export interface PullPorts extends Ports {
  /** IANA zone of the device. */
  zone: () => string;
}

export type Outcome =
  | { kind: 'done' }
  /** Nothing came back, or a failure of the server: try later, everything is kept. */
  | { kind: 'later'; retryAfter: number | null; reached: boolean }
  | { kind: 'signed_out' }
  | { kind: 'revoked' }
  | { kind: 'app_too_old' };

export const DONE: Outcome = { kind: 'done' };

/** What an answer that is neither success nor 413 means for the run. */
export function stopOn(answer: Answer, ports: Ports): Outcome {
  const { status, body } = answer;
  if (status === 410) {
    // A 410 that does not name this very client is some proxy's, or meant for another: nothing is ever wiped for it.
    return revokes(body, ports.profile) ? { kind: 'revoked' } : later(answer, ports);
  }
  const speaks = codeOf(body) !== null;
  if (speaks && (status === 401 || status === 403 || status === 404)) return { kind: 'signed_out' };
  if (status === 426) return { kind: 'app_too_old' };
  return later(answer, ports);
}

function later(answer: Answer, ports: Ports): Outcome {
  return { kind: 'later', retryAfter: retryAfter(answer.headers, ports.now()), reached: true };
}
