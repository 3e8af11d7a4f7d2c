import { waiting } from '../store/waiting';
import type { Outcome, PullPorts } from './outcome';
import { pullView } from './pull';
import { sendOnce, unlessUnreachable } from './send';

/**
 * One whole run: send what waits, fetch the view, send what the view gave reason to (a receipt, lost logs).
 * Never throws for the network; a failure of the phone's own storage does throw.
 */
export async function runOnce(ports: PullPorts): Promise<Outcome> {
  const turned = new Set<string>();
  const sent = await sendOnce(ports, turned);
  if (sent.kind !== 'done') return sent;
  const pulled = await unlessUnreachable(() => pullView(ports));
  if (pulled.kind !== 'done' || (await waiting(ports.db)).count === 0) return pulled;
  return sendOnce(ports, turned);
}
