import { exchange, Unreachable } from '../api/client';
import { waiting } from '../store/outbox';
import { isSwitching, settleSwitch } from '../store/profile';
import { readView } from '../store/view';
import { type Outcome, type Ports, stopOn } from './outcome';
import { pullView } from './pull';
import { pushAll } from './push';

const DEFAULT_LIMITS = { max_items: 100, max_bytes: 262_144 };

/**
 * One whole run: send what waits, fetch the view, send what the view gave reason to (a receipt, lost logs).
 * Never throws for the network; a failure of the phone's own storage does throw.
 */
export async function runOnce(ports: Ports): Promise<Outcome> {
  try {
    const doubt = await confirmWho(ports);
    if (doubt) return doubt;
    const limits = (await readView(ports.db))?.view.limits ?? DEFAULT_LIMITS;
    const turned = new Set<string>();
    const sent = await pushAll(ports, limits, turned);
    if (sent.kind !== 'done') return sent;
    const pulled = await pullView(ports);
    if (pulled.kind !== 'done' || (await waiting(ports.db)).count === 0) return pulled;
    return await pushAll(ports, limits, turned);
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
