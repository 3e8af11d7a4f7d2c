/** Everything that a therapist looks back on, in one line of time: what was decided, done, told and asked. */

import { stops } from '../../hurt';
import { isHurt } from '../../logs';
import type { LogRow } from '../course';
import { strongPain } from '../felt';
import type { Alert } from '../inbox';
import type { Visit } from '../visits';
import { type Decided, momentOf, type ReactionLog, standingVisits, type Told } from './facts';

interface Numbered {
  number: number;
  created_at: string;
}

export type Entry<V, D> = { id: string; at: string } & (
  | { kind: 'version'; version: V }
  | { kind: 'decision'; decision: D }
  | { kind: 'visit'; visit: Visit }
  | { kind: 'stop' | 'flag' | 'pain' | 'note' | 'question'; row: LogRow }
  | { kind: 'reaction'; reaction: ReactionLog }
  | { kind: 'alert'; alert: Alert }
);

/** What nobody told: it stands behind no log and no decision. */
const FOUND = ['silence', 'worsening', 'review', 'reminders'];

/**
 * The newest first. Most alerts are what raised them: a stop, a red flag, a reaction, pain too strong for any pressure;
 * what the server found out by itself stands for itself.
 */
export function timeline<V extends Numbered, D extends Decided>(
  told: Told,
  versions: readonly V[],
  decisions: readonly D[],
  visits: readonly Visit[],
  alerts: readonly Alert[],
  gate?: number,
): Entry<V, D>[] {
  const entries: Entry<V, D>[] = [
    ...versions.map((version) => ({
      id: `v${version.number}`,
      at: version.created_at,
      kind: 'version' as const,
      version,
    })),
    ...decisions
      .filter((one) => one.withdrawn_at === null)
      .map((decision) => ({ id: decision.id, at: decision.at, kind: 'decision' as const, decision })),
    ...standingVisits(visits).map((visit) => ({ id: visit.id, at: visit.at, kind: 'visit' as const, visit })),
    ...alerts
      .filter((one) => FOUND.includes(one.cause))
      .map((alert) => ({ id: alert.id, at: alert.since, kind: 'alert' as const, alert })),
    ...told.rows.flatMap((row): Entry<V, D>[] => {
      const kind = kindOf(row, gate);
      return kind === null ? [] : [{ id: row.log.id, at: momentOf(row.log), kind, row }];
    }),
    ...told.reactions.map((reaction) => ({
      id: reaction.id,
      at: reaction.recorded_at,
      kind: 'reaction' as const,
      reaction,
    })),
  ];
  return entries.sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1));
}

function kindOf(
  { log }: LogRow,
  gate: number | undefined,
): 'stop' | 'flag' | 'pain' | 'note' | 'question' | null {
  if (isHurt(log)) return stops(log.feeling, log.discomfort) ? 'stop' : null;
  if (log.kind === 'note' || log.kind === 'question' || log.kind === 'flag') return log.kind;
  return strongPain(log, gate) === null ? null : 'pain';
}
