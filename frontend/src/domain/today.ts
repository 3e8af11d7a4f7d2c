import { inForce, itemsOn } from './inForce';
import { isSession, voidedIds } from './logs';
import type { Item, Log, SessionLog, Version, View } from './types';

/** A technique counts as done from this share of its seconds on, as a practised day does. */
const DONE_SHARE = 0.8;

/** Whom to name: the therapist, or the practice while no therapist sees this client. */
export function therapistOf(me: { therapist_name: string | null; practice_name: string }): string {
  return me.therapist_name || me.practice_name;
}

/** Every version that this phone knows. */
export function versionsOf(view: Pick<View, 'program' | 'earlier'>): Version[] {
  return view.program ? [view.program, ...view.earlier] : [...view.earlier];
}

export function versionOn(view: Pick<View, 'program' | 'earlier'>, date: string): Version | null {
  return inForce(versionsOf(view), date);
}

/** The newest version, when it starts after `date`. */
export function comingVersion(view: Pick<View, 'program'>, date: string): Version | null {
  return view.program && view.program.starts_on > date ? view.program : null;
}

/** The first date after `date` with something to practise, within a week; null when there is none. */
export function nextPractice(
  view: Pick<View, 'program' | 'earlier'>,
  dates: readonly string[],
): string | null {
  return (
    dates.find((date) => {
      const version = versionOn(view, date);
      return version !== null && itemsOn(version, date).length > 0;
    }) ?? null
  );
}

/** Sessions that still count, in the order given. */
export function validSessions(logs: readonly Log[]): SessionLog[] {
  const voided = voidedIds(logs);
  return logs.filter(isSession).filter((log) => !voided.has(log.id));
}

/** How much of an item the sessions of one day have filled: 0 to 1. */
export function shareDone(
  item: Pick<Item, 'technique_id' | 'dose_s'>,
  sessions: readonly SessionLog[],
): number {
  let done = 0;
  let whole = false;
  for (const session of sessions) {
    const entries = session.items.filter((entry) => entry.technique_id === item.technique_id);
    done += entries.reduce((sum, entry) => sum + entry.done_s, 0);
    whole ||= entries.length > 0 && !session.shortened && entries.every((entry) => entry.outcome === 'done');
  }
  return whole ? 1 : shareOf(done, item.dose_s);
}

/** From four fifths of its seconds on it is whole. */
export function shareOf(done_s: number, whole_s: number): number {
  const share = whole_s > 0 ? done_s / whole_s : 0;
  return share >= DONE_SHARE ? 1 : share;
}
