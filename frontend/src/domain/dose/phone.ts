/** The dose as the phone holds to it: the lower of what it derives itself and of what the practice has decided. */
import { addDays } from '../days';
import { versionOn } from '../today';
import type { Log } from '../types';
import { decidedThere, type Known as Facts, historyOf } from './facts';
import { courseOf } from './fold';
import type { DoseDecision } from './history';
import { isUndone, Layers, lower, type Overlay, standing } from './overlay';
import { isGentle } from './visits';

export { dosed, waysLeft } from './day';

/** A phone may let go of what was read after 60 days: an older change is none that is new. */
const NEW_DAYS = 50;

export interface Laid {
  overlay: Overlay;
  /** What this phone decided by itself, and the therapist did not take back. */
  own: DoseDecision[];
  /** With what the practice decided, each once, by their time. */
  all: DoseDecision[];
}

/** What lies over the program that is in force on a date. */
export function laidOver(known: Omit<Facts, 'version'>, date: string): Laid {
  const { view } = known;
  const version = versionOn(view, date);
  if (!version) return { overlay: new Layers().overlay(), own: [], all: [] };
  const history = historyOf({ ...known, version });
  const course = courseOf(history);
  const { undone } = history;
  // Also where the practice speaks of another version than the one in force on this phone: it only ever takes away.
  const theirs = decidedThere(view.dose?.decisions);
  const techniques = version.items.map((item) => item.technique_id);
  const own = course.decisions.filter((one) => !isUndone(one, undone));
  const told = [...history.carried, ...theirs].filter((one) => !isUndone(one, undone));
  const all = [...new Map([...own, ...told].map((one) => [one.id, one])).values()];
  return {
    overlay: lower(
      course.layers.overlay(history.red.length > 0, isGentle(history)),
      standing([...history.carried, ...theirs], undone, techniques).overlay(),
    ),
    own,
    all: all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}

/** What she was not told yet of the changes of her program. A warning sign has a page of its own (D01). */
export function untold(laid: Laid, logs: readonly Log[], today: string): DoseDecision[] {
  const read = new Set(
    logs.flatMap((log) => (log.kind === 'read' && log.what === 'decision' ? [log.ref] : [])),
  );
  return laid.all.filter(
    ({ id, on, rule }) => rule !== 'D01' && !read.has(id) && on > addDays(today, -NEW_DAYS),
  );
}

/** What this phone decided and nobody knows of yet: neither by a log of it, nor from the practice itself. */
export function unlogged(laid: Laid, logs: readonly Log[], known: readonly { id: string }[]): DoseDecision[] {
  const there = new Set([
    ...logs.flatMap((log) => (log.kind === 'decision' ? [log.decision_id] : [])),
    ...known.map(({ id }) => id),
  ]);
  return laid.own.filter(({ id }) => !there.has(id));
}
