/** What the client's page is worked out from: visits, what the rules decided, and her logs that still stand. */
import { type HurtLog, isHurt, isSession, type SessionLog } from '../../logs';
import type { LogRow, StoredLog } from '../course';
import { isStanding, type Visit } from '../visits';

/** When a rule decided something; what was told later may have left nothing of it. */
export interface Decided {
  id: string;
  at: string;
  withdrawn_at: string | null;
}

export type Answer = 'gone' | 'still' | 'worse' | 'new_sign';

export interface ReactionLog {
  id: string;
  kind: 'reaction';
  local_date: string;
  recorded_at: string;
  session_id: string;
  answer: Answer;
}

/** Her logs that were not taken back, oldest first within each kind. */
export interface Told {
  rows: LogRow[];
  sessions: SessionLog[];
  hurts: HurtLog[];
  reactions: ReactionLog[];
}

export function toldIn(rows: readonly LogRow[]): Told {
  const standing = rows
    .filter((row) => !row.voided && row.log.kind !== 'void')
    .sort((a, b) => momentOf(a.log).localeCompare(momentOf(b.log)) || a.seq - b.seq);
  const logs = standing.map((row) => row.log);
  return {
    rows: standing,
    sessions: logs.filter(isSession),
    hurts: logs.filter(isHurt),
    reactions: logs.filter((log): log is StoredLog & ReactionLog => log.kind === 'reaction'),
  };
}

/** When a log speaks of: a practice of its beginning, anything else of the moment it was told. */
export function momentOf(log: StoredLog): string {
  return isSession(log) ? log.started_at : log.recorded_at;
}

export function standingVisits(visits: readonly Visit[]): Visit[] {
  return visits.filter(isStanding).sort((a, b) => b.at.localeCompare(a.at));
}
