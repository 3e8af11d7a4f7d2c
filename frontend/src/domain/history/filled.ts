import { shareOf } from '../today';
import type { SessionLog } from '../types';

/** One number a technique practised that day, 0 to 1, for a slice in the month; empty without practice. */
export function daySlice(sessions: readonly SessionLog[]): number[] {
  const techniques = new Set(sessions.flatMap((session) => session.items.map((entry) => entry.technique_id)));
  return [...techniques].map((id) => {
    const entries = sessions.map((session) => session.items.filter((entry) => entry.technique_id === id));
    // A second practice on the same day is extra, not more duty: the plan counts once.
    const planned = Math.max(...entries.map((sides) => sides.reduce((sum, side) => sum + side.planned_s, 0)));
    return shareOf(
      entries.flat().reduce((sum, entry) => sum + entry.done_s, 0),
      planned,
    );
  });
}

/** Done seconds of all these sessions together. */
export function practisedS(sessions: readonly SessionLog[]): number {
  return sessions.flatMap((session) => session.items).reduce((sum, entry) => sum + entry.done_s, 0);
}
