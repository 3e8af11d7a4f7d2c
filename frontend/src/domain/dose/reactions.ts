/** How long a practice is felt, and what rests because of it. */
import type { DoseDecision, DoseItem, DoseReaction, DoseSession } from './history';
import { byTime, since } from './instants';

const HOUR_MS = 3_600_000;
/** So long a body may answer (domain.md 2.7); the last moment is still usual. */
export const USUAL_MS = 48 * HOUR_MS;

/** The newest answer about a session, told at `by` at the latest. */
export function toldOf(
  session: string,
  reactions: readonly DoseReaction[],
  by?: string,
): DoseReaction | undefined {
  return reactions
    .filter(({ session_id, at }) => session_id === session && (by === undefined || since(at, by) <= 0))
    .sort(byTime)
    .at(-1);
}

export function isOpen(told: DoseReaction | undefined): boolean {
  return told !== undefined && told.answer !== 'gone';
}

/** Whether any session is still felt, by the last that was told of it. */
export function anyOpen(reactions: readonly DoseReaction[]): boolean {
  return reactions.some(({ session_id }) => isOpen(toldOf(session_id, reactions)));
}

export function isTooLong({ ended_at }: DoseSession, at: string): boolean {
  return since(at, ended_at) > USUAL_MS;
}

/** Hours begun since a session whose reaction lasts too long: the 49th when 48 are over. */
export function hoursOf({ ended_at }: DoseSession, at: string): number {
  return Math.max(USUAL_MS / HOUR_MS + 1, Math.ceil(since(at, ended_at) / HOUR_MS));
}

/** The techniques of the program that share a region with those of the session, and those themselves, also where the
 * program has them no more. */
export function feltBy({ entries }: DoseSession, items: readonly DoseItem[]): string[] {
  const practised = new Set(entries.map((entry) => entry.technique_id));
  const own = items.filter((item) => practised.has(item.technique_id));
  const regions = new Set([
    ...own.flatMap((item) => item.regions),
    ...entries.flatMap((entry) => entry.regions ?? []),
  ]);
  const felt = items.filter((item) => own.includes(item) || item.regions.some((one) => regions.has(one)));
  return [...new Set([...felt.map((item) => item.technique_id), ...[...practised].sort()])];
}

/** The newest answer about the session for which something rests; none where nobody knows which it was. */
export function answerTo(
  pause: DoseDecision,
  reactions: readonly DoseReaction[],
  by: string,
): DoseReaction | undefined {
  const source = reactions.find(({ id }) => id === pause.source);
  return source && toldOf(source.session_id, reactions, by);
}
