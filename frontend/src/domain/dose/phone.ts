/** The dose as the phone holds to it: the lower of what it derives itself and of what the practice has decided. */
import { addDays } from '../days';
import { versionOn } from '../today';
import type { Log } from '../types';
import { decidedThere, type Known as Facts, historyOf } from './facts';
import { courseOf } from './fold';
import type { DoseDecision } from './history';
import { since } from './instants';
import { isUndone, Layers, lower, type Overlay, standing } from './overlay';
import { isGentle } from './visits';

export { dosed, waysLeft } from './day';

/** A phone may let go of what was read after 60 days: an older change is none that is new. */
const NEW_DAYS = 50;

export interface Laid {
  overlay: Overlay;
  /** What this phone decided by itself, and the therapist did not take back. */
  own: DoseDecision[];
  /** With what the practice decided, each once. */
  all: DoseDecision[];
  /** What the therapist took back since this version was written. */
  undone: DoseDecision[];
}

/** What changed: a decision, or (`isBack`) that it was taken back. */
export interface News extends DoseDecision {
  isBack: boolean;
}

/** What lies over the program that is in force on a date. */
export function laidOver(known: Omit<Facts, 'version'>, date: string): Laid {
  const { view } = known;
  const version = versionOn(view, date);
  if (!version) return { overlay: new Layers().overlay(), own: [], all: [], undone: [] };
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
    all,
    undone: theirs.filter(({ id }) => undone.includes(id)),
  };
}

/** What she was not told yet of the changes of her program, by time. A warning sign has a page of its own (D01). */
export function untold(laid: Laid, logs: readonly Log[], today: string): News[] {
  const read = new Set(
    logs.flatMap((log) => (log.kind === 'read' && log.what === 'decision' ? [log.ref] : [])),
  );
  const news = (isBack: boolean) => (one: DoseDecision) => ({ ...one, isBack });
  return [...laid.all.map(news(false)), ...laid.undone.map(news(true))]
    .filter((one) => one.rule !== 'D01' && !read.has(nameOf(one)) && one.on > addDays(today, -NEW_DAYS))
    .sort((a, b) => since(a.at, b.at));
}

/** What the log calls it that says she has read it. */
export function nameOf({ id, isBack }: News): string {
  return isBack ? `${id}.back` : id;
}

/** What this phone decided and nobody knows of yet: neither by a log of it, nor from the practice itself. */
export function unlogged(laid: Laid, logs: readonly Log[], known: readonly { id: string }[]): DoseDecision[] {
  const there = new Set([
    ...logs.flatMap((log) => (log.kind === 'decision' ? [log.decision_id] : [])),
    ...known.map(({ id }) => id),
  ]);
  return laid.own.filter(({ id }) => !there.has(id));
}
