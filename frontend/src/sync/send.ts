import { exchange, Unreachable } from '../api/client';
import { isSwitching } from '../store/leaving';
import { settleSwitch } from '../store/profile';
import { readView } from '../store/view';
import { type Outcome, type Ports, stopOn } from './outcome';
import { pushAll } from './push';

const DEFAULT_LIMITS = { max_items: 100, max_bytes: 262_144 };

/** Sends what waits and nothing else: all that the worker does, and how every run begins. */
export function sendOnce(ports: Ports, turned = new Set<string>()): Promise<Outcome> {
  return unlessUnreachable(async () => {
    const doubt = await confirmWho(ports);
    if (doubt) return doubt;
    const limits = (await readView(ports.db))?.view.limits ?? DEFAULT_LIMITS;
    return pushAll(ports, limits, turned);
  });
}

/** A network that fails is an outcome; a failure of the phone's own storage is thrown. */
export async function unlessUnreachable(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Unreachable) return { kind: 'later', retryAfter: null, reached: false };
    throw error;
  }
}

/**
 * A pairing that was cut between the server's cookie and this phone's note of it leaves a doubt whose cookie this is.
 * Until the server says that it is this client's, nothing of hers is sent.
 */
async function confirmWho(ports: Ports): Promise<Outcome | null> {
  if (!(await isSwitching())) return null;
  const answer = await exchange(ports.fetch, '/api/v1/me');
  if (answer.status !== 200) return stopOn(answer, ports);
  const me = answer.body as { kind?: unknown; id?: unknown; practice_id?: unknown } | null;
  const { client_id, practice_id } = ports.profile;
  if (me?.kind !== 'client' || me.id !== client_id || me.practice_id !== practice_id)
    return { kind: 'signed_out' };
  await settleSwitch();
  return null;
}
