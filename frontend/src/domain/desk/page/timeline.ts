/** Everything that a therapist looks back on, in one line of time: what was decided, done, told and asked. */

import { stops } from '../../hurt';
import { isHurt } from '../../logs';
import type { LogRow } from '../course';
import { strongPain } from '../felt';
import type { Visit } from '../visits';
import { type Decision, momentOf, type ReactionLog, standingVisits, type Told } from './facts';

export type Entry<V = { number: number; created_at: string }> = { id: string; at: string } & (
  | { kind: 'version'; version: V }
  | { kind: 'decision'; decision: Decision }
  | { kind: 'visit'; visit: Visit }
  | { kind: 'stop' | 'flag' | 'pain' | 'note' | 'question'; row: LogRow }
  | { kind: 'reaction'; reaction: ReactionLog }
);

/** The newest first. Alerts are what raised them: a stop, a red flag, a reaction, pain too strong for any pressure. */
export function timeline<V extends { number: number; created_at: string }>(
  told: Told,
  versions: readonly V[],
  decisions: readonly Decision[],
  visits: readonly Visit[],
  gate?: number,
): Entry<V>[] {
  const entries: Entry<V>[] = [
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
    ...told.rows.flatMap((row): Entry<V>[] => {
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
